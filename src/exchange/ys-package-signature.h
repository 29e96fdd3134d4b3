/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a detached signature fits the text that it stands beside. Who made it is another question: a key
 * inside a package is never trusted because it is inside. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YS_SIGNATURE_NONE,      /* there is none */
  YS_SIGNATURE_UNCHECKED, /* the signer's certificate is not in it */
  YS_SIGNATURE_FITS,      /* made over these bytes with the key of a certificate that is in it */
  YS_SIGNATURE_DIFFERS,   /* made over other bytes, or not readable */
  YS_SIGNATURE_AS_TEXT,   /* made over this text with CR LF line ends: openssl without -binary */
  YS_N_SIGNATURE_STATES
} YsSignatureState;

/* @signature: CMS in DER over @text (tagmanifest-sha256.txt); expiry and chain of the certificate are not
 * looked at. One try only: AS_TEXT is a hint for the sender and no less a mismatch. */
YsSignatureState ys_package_signature_check (GBytes *text, GBytes *signature);

G_END_DECLS
