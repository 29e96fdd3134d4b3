/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diagnosis: what of the machine the program rests on, each line with what to do where it is not as it should be.
 * For `doctor` and the page of the same name; reads, never changes. */
#include "ys-config.h"
#include "ys-pdf-document.h"
#include "ys-pdf-fonts.h"
#include "ys-workspace-keeping.h"
#include "ys-workspace-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

void
ys_diagnosis_free (YsDiagnosis *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->value);
  g_free (self->advice);
  g_free (self);
}

/* Takes @value; @advice is for where it is not as it should be. */
static void
add (GPtrArray *list, const char *name, char *value, gboolean ok, const char *advice)
{
  YsDiagnosis *line = g_new0 (YsDiagnosis, 1);

  line->name = g_strdup (name);
  line->value = value;
  line->ok = ok;
  line->advice = ok ? NULL : g_strdup (advice);
  g_ptr_array_add (list, line);
}

static void
add_program (GPtrArray *list, const char *name, const char *variable, const char *file)
{
  const char *given = g_getenv (variable);
  g_autofree char *path = given != NULL ? g_strdup (given) : g_build_filename (YS_LIBEXECDIR, file, NULL);

  add (list, name, g_strdup (path), access (path, X_OK) == 0,
       _("Install the program again; a part of it is missing."));
}

static void
add_confinement (GPtrArray *list)
{
  YsConfineReport report = { FALSE, FALSE, FALSE, FALSE };
  g_autoptr (GError) error = NULL;

  if (!ys_pdf_probe (&report, &error))
    {
      add (list, _("PDF helper"), g_strdup (error->message), FALSE, ys_error_code_advice (error->code));
      return;
    }
  add (list, _("PDF helper: limits on memory, time and files"), g_strdup (report.limits ? _("in force") : _("missing")),
       report.limits, _("Ask your administrator; PDFs should not be opened on this system."));
  add (list, _("PDF helper: system calls"), g_strdup (report.seccomp ? _("in force") : _("missing")), report.seccomp,
       _("Ask your administrator; PDFs should not be opened on this system."));
  /* a kernel without landlock is no fault: system calls are refused all the same */
  add (list, _("PDF helper: files"), g_strdup (report.landlock ? _("in force") : _("not offered by this kernel")), TRUE,
       NULL);
}

static gboolean
runs (const char *const *command, char **output)
{
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  return process != NULL && g_subprocess_communicate_utf8 (process, NULL, NULL, output, NULL, NULL)
         && g_subprocess_get_successful (process) && *output != NULL && (*output)[0] != '\0';
}

static void
add_fonts (GPtrArray *list)
{
  static const char *const command[] = { "fc-list", ":lang=zh", "family", NULL };
  g_autofree char *fonts = NULL;
  gboolean found = runs (command, &fonts);

  if (found)
    fonts[strcspn (fonts, "\n")] = '\0';
  add (list, _("Chinese font"), g_strdup (found ? fonts : _("none")), found,
       _("Install the package fonts-noto-cjk, or Chinese text will be boxes."));
}

/* Tried in the confined worker itself: what is installed is of no use where it cannot read it. */
static void
add_chinese_in_pdfs (GPtrArray *list)
{
  YsPdfChinese result = YS_PDF_CHINESE_SHOWN;
  g_autoptr (GError) error = NULL;
  const char *advice = NULL;

  if (!ys_pdf_check_chinese (&result, &error))
    {
      add (list, _("Chinese in PDFs"), g_strdup (error->message), FALSE, ys_error_code_advice (error->code));
      return;
    }
  if (result == YS_PDF_CHINESE_LACKS_MAPS)
    advice = _("Install the package poppler-data, or Chinese in some PDFs stays blank.");
  else if (result == YS_PDF_CHINESE_LACKS_FONT)
    advice = _("Install the package fonts-noto-cjk, or Chinese text will be boxes.");
  add (list, _("Chinese in PDFs"), g_strdup (ys_pdf_chinese_get_label (result)), advice == NULL, advice);
}

static void
add_folder (GPtrArray *list, const char *folder)
{
  struct statvfs disk;
  gboolean writable = access (folder, W_OK) == 0;

  add (list, _("Workspace"), g_strdup (folder), writable, ys_error_code_advice (YS_ERROR_READ_ONLY));
  if (statvfs (folder, &disk) != 0)
    return;
  guint64 available = (guint64) disk.f_bavail * disk.f_frsize;
  add (list, _("Free space there"), g_format_size (available), available > 512 * 1024 * 1024,
       _("Free some space; a copy and a package need room."));
}

GPtrArray *
ys_diagnose (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ys_diagnosis_free);

  add (list, _("Version"), g_strdup (YS_VERSION), TRUE, NULL);
  add_program (list, _("PDF helper"), "YANSHOU_PDF", "yanshou-pdf");
  add_program (list, _("Package reader"), "YANSHOU_READ", "yanshou-read");
  add_confinement (list);
  add_fonts (list);
  add_chinese_in_pdfs (list);
  if (folder != NULL)
    add_folder (list, folder);
  return list;
}
