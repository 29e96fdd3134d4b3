/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built catalogue gives Chinese for the advice of every error code.
 * The build runs this with YANSHOU_LOCALEDIR at its own catalogue, under zh_CN.UTF-8 and under a locale that
 * no system has; both must speak Chinese. */
#include <errno.h>
#include <glib.h>

#include "ys-error.h"
#include "ys-locale.h"

static const char *const english_advice[YS_N_ERRORS] = {
#define N_(text) text
#define YS_ERROR_CODE(NAME, nick, exit_status, advice) [YS_ERROR_##NAME] = advice,
#include "ys-error-codes.def"
#undef YS_ERROR_CODE
};

static gboolean
holds_chinese (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN)
        return TRUE;
    }
  return FALSE;
}

static void
test_advice (void)
{
  for (int code = 0; code < YS_N_ERRORS; code++)
    {
      const char *advice = ys_error_code_advice ((YsErrorCode)code);

      g_test_message ("%s: %s", ys_error_code_nick ((YsErrorCode)code), advice);
      g_assert_true (g_utf8_validate (advice, -1, NULL));
      g_assert_cmpstr (advice, !=, english_advice[code]);
      g_assert_true (holds_chinese (advice));
      g_assert_true (g_str_has_suffix (advice, "。"));
    }
}

static void
test_message (void)
{
  g_autoptr (GError) error = NULL;

  ys_set_error_from_errno (&error, ENOSPC, NULL, "保存失败");
  g_assert_cmpstr (error->message, ==, "保存失败：磁盘空间已满");
}

int
main (int argc, char **argv)
{
  ys_locale_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/locale/advice", test_advice);
  g_test_add_func ("/base/locale/message", test_message);
  return g_test_run ();
}
