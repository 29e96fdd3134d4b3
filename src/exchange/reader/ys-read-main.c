/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yanshou-read: reads one package that another office sent, confined, and hands plain records back over
 * descriptor 3. It opens no file by name and writes none; a folder's files come one by one from the library.
 */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ys-bag-names.h"
#include "ys-bag.h"
#include "ys-config.h"
#include "ys-confine.h"
#include "ys-id.h"
#include "ys-lexical.h"
#include "ys-package-signature.h"
#include "ys-package-wire.h"
#include "ys-schema.h"
#include "ys-xml-reader.h"

#define SOCKET 3
#define ADDRESS_SPACE (G_GUINT64_CONSTANT (1) << 30)
/* 4 GiB take some 15 s of hashing; what takes longer is no package but an attack on a parser. */
#define CPU_SECONDS 120
#define PROGRESS_STEP (4 * 1024 * 1024)
/* Documents handed back in all. */
#define MAX_DOCUMENT_BYTES (G_GUINT64_CONSTANT (256) * 1024 * 1024)

typedef struct
{
  guint64 read, reported;
  guint64 document_bytes;
} Session;

/* ---- saying ---- */

static gboolean
send_faults (const YsFaults *faults, GError **error)
{
  for (guint i = 0; i < ys_faults_get_n (faults); i++)
    {
      const YsFault *fault = ys_faults_get (faults, i);
      GVariant *record =
          g_variant_new ("(ususs)", (guint32)fault->code, fault->file != NULL ? fault->file : "",
                         (guint32)fault->line, fault->where != NULL ? fault->where : "", fault->message);

      if (!ys_wire_send (SOCKET, YS_WIRE_FAULT, record, -1, error))
        return FALSE;
    }
  return TRUE;
}

/* A single refusal, of the gate. */
static gboolean
send_refusal (const GError *refusal, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();

  ys_faults_add (faults, (YsErrorCode)refusal->code, ys_error_get_where (refusal), 0, NULL, "%s",
                 refusal->message);
  return send_faults (faults, error);
}

static void
report_progress (guint64 bytes, gpointer user_data)
{
  Session *session = user_data;

  session->read += bytes;
  if (session->read - session->reported < PROGRESS_STEP)
    return;
  session->reported = session->read;
  /* If the library is gone the next message that matters fails. */
  ys_wire_send (SOCKET, YS_WIRE_PROGRESS, g_variant_new_uint64 (session->read), -1, NULL);
}

static gboolean
send_bag (gboolean sound, YsSignatureState signature, const char *digest, const char *top, const char *id,
          GError **error)
{
  return ys_wire_send (SOCKET, YS_WIRE_BAG,
                       g_variant_new ("(busss)", sound, (guint32)signature, digest != NULL ? digest : "",
                                      top != NULL ? top : "", id != NULL ? id : ""),
                       -1, error);
}

static gboolean
send_files (const YsBagSource *source, const YsBag *bag, GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(stts)"));

  for (guint i = 0; i < ys_bag_source_get_n (source); i++)
    {
      const YsBagFile *file = ys_bag_source_get (source, i);
      const char *digest = ys_bag_get_file_digest (bag, i);

      g_variant_builder_add (&builder, "(stts)", file->name, file->size, file->offset,
                             digest != NULL ? digest : "");
    }
  return ys_wire_send (SOCKET, YS_WIRE_FILES, g_variant_builder_end (&builder), -1, error);
}

/* ---- documents ---- */

/* Lexical gate and schema over one document; handed back only if it passes. Faults are sent, not returned. */
static gboolean
check_document (Session *session, YsBagSource *source, guint index, GError **error)
{
  const YsBagFile *file = ys_bag_source_get (source, index);
  g_autofree char *stem =
      g_strndup (file->name + strlen ("data/"), strlen (file->name) - strlen ("data/.xml"));
  g_autoptr (GBytes) schema = ys_schema_get (stem);
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (GBytes) document = ys_bag_source_read (source, index, YS_LEXICAL_MAX_DOCUMENT, error);
  GVariant *bytes;

  if (document == NULL)
    return FALSE;
  session->document_bytes += file->size;
  if (session->document_bytes > MAX_DOCUMENT_BYTES)
    ys_faults_add (faults, YS_ERROR_TOO_LARGE, file->name, 0, NULL,
                   _ ("The documents of the package have more than 256 MiB in all."));
  else if (schema == NULL)
    ys_faults_add (faults, YS_ERROR_XML_ROOT, file->name, 0, NULL,
                   _ ("This version of the program cannot read such a document."));
  else if (ys_xml_check (document, file->name, stem, schema, YS_XML_STOP_AT_FIRST, faults))
    {
      bytes = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, document, TRUE);
      return ys_wire_send (SOCKET, YS_WIRE_DOCUMENT, g_variant_new ("(s@ay)", file->name, bytes), -1, error);
    }
  return send_faults (faults, error);
}

/* With @only_description just package.xml, for the receipt page of a damaged package. */
static gboolean
check_documents (Session *session, YsBagSource *source, gboolean only_description, GError **error)
{
  for (guint i = 0; i < ys_bag_source_get_n (source); i++)
    {
      YsBagRole role = ys_bag_role_of (ys_bag_source_get (source, i)->name);

      if (role != YS_BAG_PACKAGE && (only_description || role != YS_BAG_DOCUMENT))
        continue;
      if (!check_document (session, source, i, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- signature ---- */

/* Whether the signature of a sound bag fits its tag manifest. */
static gboolean
check_signature (YsBagSource *source, const YsBag *bag, YsSignatureState *state, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) signature = NULL;

  if (!ys_bag_is_sound (bag) || !ys_bag_has_signature (bag))
    return TRUE;
  text = ys_bag_source_read (source, (guint)ys_bag_source_find (source, YS_BAG_TAG_MANIFEST_NAME),
                             ys_bag_role_get_limit (YS_BAG_TAG_MANIFEST), error);
  if (text != NULL)
    signature = ys_bag_source_read (source, (guint)ys_bag_source_find (source, YS_BAG_SIGNATURE_NAME),
                                    ys_bag_role_get_limit (YS_BAG_SIGNATURE), error);
  if (signature == NULL)
    return FALSE;
  *state = ys_package_signature_check (text, signature);
  return TRUE;
}

/* ---- the two forms ---- */

/* Names, manifests, signature, then documents, over files that can be listed. */
static gboolean
read_source (Session *session, YsBagSource *source, YsBagFlags flags, const char *top, GError **error)
{
  g_autoptr (YsFaults) faults = ys_faults_new ();
  g_autoptr (YsBag) bag = ys_bag_verify (source, flags, report_progress, session, NULL, faults, error);
  YsSignatureState signature = YS_SIGNATURE_NONE;

  return bag != NULL && send_faults (faults, error) && check_signature (source, bag, &signature, error)
         && send_bag (ys_bag_is_sound (bag), signature, ys_bag_get_digest (bag), top,
                      ys_bag_get_info (bag)->external_identifier, error)
         && send_files (source, bag, error)
         && check_documents (session, source, !ys_bag_is_sound (bag), error);
}

/* What a refused archive still lets one see: its name, and package.xml where the beginning is sound. */
static gboolean
read_refused_archive (Session *session, int fd, const GError *refusal, GError **error)
{
  g_autoptr (YsZipReader) reader = NULL;
  g_autoptr (YsBagSource) source = NULL;
  g_autofree char *top = ys_zip_reader_peek_top (fd);

  if (!send_refusal (refusal, error) || !send_bag (FALSE, YS_SIGNATURE_NONE, NULL, top, NULL, error))
    return FALSE;
  reader = ys_zip_reader_open_damaged (fd, error);
  if (reader == NULL)
    return FALSE;
  source = ys_bag_source_new_for_zip (reader, fd);
  return check_documents (session, source, TRUE, error);
}

static gboolean
read_archive (Session *session, int fd, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (YsZipReader) reader = ys_zip_reader_open (fd, &refusal);
  g_autoptr (YsBagSource) source = NULL;

  if (reader == NULL)
    return read_refused_archive (session, fd, refusal, error);
  source = ys_bag_source_new_for_zip (reader, fd);
  return read_source (session, source, YS_BAG_ARCHIVE_ORDER, ys_zip_reader_get_top (reader), error);
}

/* Asks the library for file @index of the folder. */
static int
open_remote (guint index, gpointer user_data, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  YsWireKind kind;
  int fd;

  if (!ys_wire_send (SOCKET, YS_WIRE_OPEN, g_variant_new_uint32 (index), -1, error)
      || !ys_wire_receive (SOCKET, &kind, &answer, &fd, NULL, NULL, error))
    return -1;
  if (kind == YS_WIRE_FILE && fd >= 0)
    return fd;
  ys_set_error (error, YS_ERROR_IO, NULL, _ ("A file of the folder cannot be opened."));
  return -1;
}

static gboolean
read_folder (Session *session, GVariant *listing, GError **error)
{
  g_autoptr (YsBagSource) source = ys_bag_source_new (open_remote, NULL, NULL);
  GVariantIter iter;
  const char *name;
  guint64 size;

  g_variant_iter_init (&iter, listing);
  while (g_variant_iter_next (&iter, "(&st)", &name, &size))
    ys_bag_source_add (source, name, size);
  return read_source (session, source, YS_BAG_ANY_ORDER, NULL, error);
}

static gboolean
serve (GError **error)
{
  Session session = { 0 };
  g_autoptr (GVariant) request = NULL;
  YsWireKind kind;
  gboolean done;
  int fd;

  if (!ys_wire_receive (SOCKET, &kind, &request, &fd, NULL, NULL, error))
    return FALSE;
  if (kind == YS_WIRE_ARCHIVE && fd >= 0)
    done = read_archive (&session, fd, error);
  else
    done = kind == YS_WIRE_FOLDER && read_folder (&session, request, error);
  if (fd >= 0)
    close (fd);
  return done && ys_wire_send (SOCKET, YS_WIRE_END, g_variant_new_tuple (NULL, 0), -1, error);
}

/* Everything that is loaded lazily from disk must be loaded before the door closes. */
static void
warm_up (void)
{
  g_autofree char *decoded = ys_text_from_filename ("\xd6\xce");
  g_autoptr (GBytes) schema = ys_schema_get ("package");
  g_autoptr (GBytes) empty = g_bytes_new_static ("<package/>", 10);
  g_autoptr (YsFaults) faults = ys_faults_new ();

  ys_xml_check (empty, "", "package", schema, YS_XML_STOP_AT_FIRST, faults);
  ys_package_signature_check (empty, empty);
}

int
main (int argc, char **argv)
{
  YsConfineLimits limits = { YS_SANITIZED ? 0 : ADDRESS_SPACE, CPU_SECONDS, NULL };
  const char *localedir = g_getenv ("YANSHOU_LOCALEDIR");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : YS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  warm_up ();
  if (ys_confine_self (&limits, NULL, &error) && serve (&error))
    return EXIT_SUCCESS;
  /* Trouble of the machine; the library learns of it as a fault without a package. */
  if (error != NULL)
    send_refusal (error, NULL);
  return EXIT_FAILURE;
}
