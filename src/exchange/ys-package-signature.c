/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CMS_verify() over the bytes as they are. Runs in the confined reader, since a signature is foreign DER. */
#include "ys-package-signature.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BIO, BIO_free)

static BIO *
bio_of (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return BIO_new_mem_buf (data, (int)length);
}

/* The digest that the first signer says to have signed, NULL where there is none. Owned by @message. */
static const ASN1_OCTET_STRING *
signed_digest (CMS_ContentInfo *message, const EVP_MD **method)
{
  STACK_OF (CMS_SignerInfo) *signers = CMS_get0_SignerInfos (message);
  CMS_SignerInfo *signer =
      signers != NULL && sk_CMS_SignerInfo_num (signers) > 0 ? sk_CMS_SignerInfo_value (signers, 0) : NULL;
  X509_ALGOR *algorithm = NULL;
  const ASN1_OBJECT *name = NULL;

  if (signer == NULL)
    return NULL;
  CMS_SignerInfo_get0_algs (signer, NULL, NULL, &algorithm, NULL);
  X509_ALGOR_get0 (&name, NULL, NULL, algorithm);
  *method = EVP_get_digestbyobj (name);
  if (*method == NULL)
    return NULL;
  return CMS_signed_get0_data_by_OBJ (signer, OBJ_nid2obj (NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING);
}

/* TRUE if the signed digest is that of @text with CR LF for each LF. */
static gboolean
was_signed_as_text (CMS_ContentInfo *message, GBytes *text)
{
  const EVP_MD *method = NULL;
  const ASN1_OCTET_STRING *stated = signed_digest (message, &method);
  g_autoptr (GString) changed = NULL;
  guchar digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;

  if (stated == NULL)
    return FALSE;
  changed = g_string_new_len (g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text));
  g_string_replace (changed, "\n", "\r\n", 0);
  return EVP_Digest (changed->str, changed->len, digest, &length, method, NULL) == 1
         && (int)length == ASN1_STRING_length (stated)
         && memcmp (digest, ASN1_STRING_get0_data (stated), length) == 0;
}

static YsSignatureState
check (CMS_ContentInfo *message, GBytes *text)
{
  g_autoptr (BIO) content = bio_of (text);
  const unsigned int flags = CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;

  if (CMS_verify (message, NULL, NULL, content, NULL, flags) == 1)
    return YS_SIGNATURE_FITS;
  if (ERR_GET_REASON (ERR_peek_last_error ()) == CMS_R_SIGNER_CERTIFICATE_NOT_FOUND)
    return YS_SIGNATURE_UNCHECKED;
  return was_signed_as_text (message, text) ? YS_SIGNATURE_AS_TEXT : YS_SIGNATURE_DIFFERS;
}

YsSignatureState
ys_package_signature_check (GBytes *text, GBytes *signature)
{
  g_autoptr (BIO) input = bio_of (signature);
  g_autoptr (CMS_ContentInfo) message = d2i_CMS_bio (input, NULL);
  YsSignatureState state;

  /* Bytes behind the structure would be a place to hide things. */
  if (message == NULL || BIO_pending (input) > 0 || CMS_is_detached (message) != 1)
    state = YS_SIGNATURE_DIFFERS;
  else
    state = check (message, text);
  ERR_clear_error ();
  return state;
}
