/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A byte machine that follows text, tags, comments, CDATA and instructions closely enough to count depth and
 * tag length and to meet every <!DOCTYPE. It decides nothing about well-formedness, which libxml2 does after
 * it. */
#include "ys-lexical.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ys-id.h"

typedef enum
{
  STATE_TEXT,
  STATE_LESS, /* after '<' */
  STATE_BANG, /* after "<!": a comment or CDATA must follow */
  STATE_COMMENT,
  STATE_CDATA,
  STATE_INSTRUCTION,
  STATE_START_TAG,
  STATE_START_TAG_QUOTED,
  STATE_END_TAG,
} LexicalState;

#define MAX_DECLARATION 256

struct _YsLexical
{
  char *file;
  GString *declaration; /* text of the instruction that begins the document, to find its encoding */
  LexicalState state;
  guint64 offset;
  guint line;
  guint depth;
  gsize markup_length; /* bytes since '<' */
  char bang[8];        /* what followed "<!" so far */
  char quote;
  char previous, before_previous;
  guint utf8_need; /* continuation bytes still to come */
  guchar utf8_low, utf8_high;
  gboolean refused;
};

YsLexical *
ys_lexical_new (const char *file)
{
  YsLexical *self = g_new0 (YsLexical, 1);

  self->file = g_strdup (file);
  self->declaration = g_string_new (NULL);
  self->line = 1;
  return self;
}

void
ys_lexical_free (YsLexical *self)
{
  g_free (self->file);
  g_string_free (self->declaration, TRUE);
  g_free (self);
}

static gboolean
refuse (YsLexical *self, YsFaults *faults, YsErrorCode code, const char *message)
{
  self->refused = TRUE;
  ys_faults_add (faults, code, self->file, self->line, NULL, "%s", message);
  return FALSE;
}

/* TRUE if the bytes read as GB18030 from their start, but for a character of up to four bytes cut at the end.
 */
static gboolean
looks_like_gb18030 (const guchar *data, gsize length)
{
  gsize n = MIN (length, 1024);

  for (gsize cut = 0; cut < 4 && cut < n; cut++)
    {
      g_autofree char *bytes = g_strndup ((const char *)data, n - cut);
      g_autofree char *text = ys_text_from_filename (bytes);

      /* U+FFFD stands for what could not be decoded. */
      if (strstr (text, "\xef\xbf\xbd") == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Follows UTF-8 over the borders of blocks: no overlong forms, no surrogates, nothing above U+10FFFF. */
static gboolean
utf8_accepts (YsLexical *self, guchar byte)
{
  if (self->utf8_need > 0)
    {
      if (byte < self->utf8_low || byte > self->utf8_high)
        return FALSE;
      self->utf8_low = 0x80;
      self->utf8_high = 0xbf;
      self->utf8_need--;
      return TRUE;
    }
  self->utf8_low = 0x80;
  self->utf8_high = 0xbf;
  if (byte < 0x80)
    return TRUE;
  if (byte < 0xc2 || byte > 0xf4)
    return FALSE;
  self->utf8_need = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  if (byte == 0xe0)
    self->utf8_low = 0xa0;
  else if (byte == 0xed)
    self->utf8_high = 0x9f;
  else if (byte == 0xf0)
    self->utf8_low = 0x90;
  else if (byte == 0xf4)
    self->utf8_high = 0x8f;
  return TRUE;
}

/* A declared encoding other than UTF-8 would make libxml2 read other characters than this gate saw. */
static gboolean
check_declaration (YsLexical *self, YsFaults *faults)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\bencoding\\s*=\\s*[\"']([^\"']*)[\"']", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *message = NULL;

  if (!g_str_has_prefix (self->declaration->str, "?xml"))
    return TRUE;
  if (!g_regex_match (regex, self->declaration->str, 0, &match))
    return TRUE;
  encoding = g_match_info_fetch (match, 1);
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return TRUE;
  message = g_strdup_printf (_ ("The document says that its encoding is %s; only UTF-8 is read."), encoding);
  return refuse (self, faults, YS_ERROR_XML_ENCODING, message);
}

static gboolean
after_bang (YsLexical *self, char byte, YsFaults *faults)
{
  gsize length = strlen (self->bang);

  self->bang[length] = byte;
  self->bang[length + 1] = '\0';
  if (strcmp (self->bang, "--") == 0)
    self->state = STATE_COMMENT;
  else if (strcmp (self->bang, "[CDATA[") == 0)
    self->state = STATE_CDATA;
  else if (!g_str_has_prefix ("--", self->bang) && !g_str_has_prefix ("[CDATA[", self->bang))
    return refuse (self, faults, YS_ERROR_XML_FORBIDDEN,
                   _ ("The document has a document type or entity declaration (<!…), which is never read."));
  if (self->state != STATE_BANG)
    self->previous = self->before_previous = '\0';
  return TRUE;
}

static gboolean
start_tag_ends (YsLexical *self, YsFaults *faults)
{
  self->state = STATE_TEXT;
  if (self->previous == '/')
    return TRUE;
  self->depth++;
  if (self->depth > YS_LEXICAL_MAX_DEPTH)
    return refuse (self, faults, YS_ERROR_XML_FORBIDDEN,
                   _ ("Elements lie more than 32 deep inside each other."));
  return TRUE;
}

static void
after_less (YsLexical *self, char byte)
{
  self->bang[0] = '\0';
  if (byte == '!')
    self->state = STATE_BANG;
  else if (byte == '?')
    self->state = STATE_INSTRUCTION;
  else if (byte == '/')
    self->state = STATE_END_TAG;
  else
    self->state = STATE_START_TAG;
}

/* One byte; the state decides what it means. */
static gboolean
step (YsLexical *self, char byte, YsFaults *faults)
{
  switch (self->state)
    {
    case STATE_TEXT:
      if (byte == '<')
        {
          self->state = STATE_LESS;
          self->markup_length = 0;
        }
      return TRUE;
    case STATE_LESS:
      after_less (self, byte);
      return byte != '>' || start_tag_ends (self, faults);
    case STATE_BANG:
      return after_bang (self, byte, faults);
    case STATE_COMMENT:
      if (byte == '>' && self->previous == '-' && self->before_previous == '-')
        self->state = STATE_TEXT;
      return TRUE;
    case STATE_CDATA:
      if (byte == '>' && self->previous == ']' && self->before_previous == ']')
        self->state = STATE_TEXT;
      return TRUE;
    case STATE_INSTRUCTION:
      if (byte != '>' || self->previous != '?')
        return TRUE;
      self->state = STATE_TEXT;
      return check_declaration (self, faults);
    case STATE_START_TAG:
      if (byte == '"' || byte == '\'')
        {
          self->state = STATE_START_TAG_QUOTED;
          self->quote = byte;
        }
      return byte != '>' || start_tag_ends (self, faults);
    case STATE_START_TAG_QUOTED:
      if (byte == self->quote)
        self->state = STATE_START_TAG;
      return TRUE;
    case STATE_END_TAG:
      if (byte == '>')
        {
          self->state = STATE_TEXT;
          self->depth -= self->depth > 0;
        }
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_limited_markup (LexicalState state)
{
  return state == STATE_START_TAG || state == STATE_START_TAG_QUOTED || state == STATE_END_TAG
         || state == STATE_INSTRUCTION;
}

static gboolean
feed_byte (YsLexical *self, const guchar *data, gsize left, YsFaults *faults)
{
  char byte = (char)*data;

  if (byte == '\0')
    return refuse (self, faults, YS_ERROR_XML_FORBIDDEN, _ ("The document holds a NUL byte."));
  if (!utf8_accepts (self, *data))
    return refuse (self, faults, YS_ERROR_XML_ENCODING,
                   looks_like_gb18030 (data, left)
                       ? _ ("The document is not UTF-8; it seems to be GB18030 (GBK).")
                       : _ ("The document is not UTF-8."));
  if (self->state == STATE_INSTRUCTION && self->declaration->len < MAX_DECLARATION)
    g_string_append_c (self->declaration, byte);
  if (!step (self, byte, faults))
    return FALSE;
  if (self->state == STATE_INSTRUCTION && self->markup_length == 1)
    g_string_assign (self->declaration, "?");
  self->markup_length++;
  if (self->markup_length > YS_LEXICAL_MAX_TAG && is_limited_markup (self->state))
    return refuse (self, faults, YS_ERROR_XML_FORBIDDEN, _ ("A tag is longer than 64 KiB."));
  self->before_previous = self->previous;
  self->previous = byte;
  if (byte == '\n')
    self->line++;
  return TRUE;
}

/* UTF-16 and UTF-32 show at the first bytes, with or without a byte order mark. */
static gboolean
check_start (YsLexical *self, const guchar *data, gsize length, YsFaults *faults)
{
  gboolean wide = length >= 2
                  && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)
                      || (data[0] == '<' && data[1] == '\0') || (data[0] == '\0' && data[1] == '<'));

  if (!wide)
    return TRUE;
  return refuse (self, faults, YS_ERROR_XML_ENCODING,
                 _ ("The document is not UTF-8; it seems to be UTF-16 (\"Unicode\" in Windows)."));
}

gboolean
ys_lexical_feed (YsLexical *self, const void *data, gsize length, YsFaults *faults)
{
  const guchar *bytes = data;

  if (self->refused)
    return FALSE;
  if (self->offset == 0 && !check_start (self, bytes, length, faults))
    return FALSE;
  self->offset += length;
  if (self->offset > YS_LEXICAL_MAX_DOCUMENT)
    return refuse (self, faults, YS_ERROR_XML_FORBIDDEN, _ ("The document is larger than 64 MiB."));
  for (gsize i = 0; i < length; i++)
    {
      if (!feed_byte (self, bytes + i, length - i, faults))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_lexical_finish (YsLexical *self, YsFaults *faults)
{
  if (self->refused)
    return FALSE;
  if (self->utf8_need > 0)
    return refuse (self, faults, YS_ERROR_XML_ENCODING, _ ("The document ends inside a character."));
  return TRUE;
}
