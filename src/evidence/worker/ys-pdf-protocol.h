/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the PDF worker and its client say to each other: fixed-size requests and answers over a SOCK_SEQPACKET
 * socketpair, everything longer in one memfd that the client made, sized and sealed. Both are always of one
 * build. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YS_PDF_PROTOCOL_MAGIC 0x59535031u /* "YSP1" */

/* The descriptors that the worker is started with, beside /dev/null twice and a pipe as standard error. */
#define YS_PDF_FD_SOCKET 3
#define YS_PDF_FD_DOCUMENT 4
#define YS_PDF_FD_BUFFER 5

/* 16 million pixels of four bytes (packages.md, PDF), rounded up to whole pages of memory. */
#define YS_PDF_MAX_PIXELS 16000000u
#define YS_PDF_BUFFER_SIZE ((gsize)64 * 1024 * 1024)
#define YS_PDF_MAX_SIDE 32767u /* cairo's image surfaces end there */
#define YS_PDF_MAX_PAGES 20000u
#define YS_PDF_MAX_PASSWORD 128
/* Of one worker in its life. The client replaces a worker before it gets there; the limit is for one whose
 * client died. */
#define YS_PDF_CPU_SECONDS 120
#define YS_PDF_MAX_TITLE 512
#define YS_PDF_MAX_LABEL 32
#define YS_PDF_MAX_CHARACTERS 400000u /* of one page */
#define YS_PDF_MAX_ATTACHMENTS 200u
#define YS_PDF_MAX_ATTACHMENT_NAME 256
#define YS_PDF_MAX_ATTACHMENT_SIZE ((guint64)512 << 20)

typedef enum
{
  YS_PDF_OPERATION_HELLO, /* never asked: the worker's first word, once it is confined */
  YS_PDF_OPERATION_OPEN,
  YS_PDF_OPERATION_PAGES,
  YS_PDF_OPERATION_RENDER,
  YS_PDF_OPERATION_TEXT,
  YS_PDF_OPERATION_INSPECT,
  YS_PDF_OPERATION_ATTACHMENTS,
  YS_PDF_OPERATION_EXTRACT,
} YsPdfOperation;

typedef enum
{
  YS_PDF_STATUS_OK,
  YS_PDF_STATUS_BROKEN,      /* the document, as a whole */
  YS_PDF_STATUS_PAGE_BROKEN, /* this page only */
  YS_PDF_STATUS_PASSWORD,    /* needs one, or this is not it */
  YS_PDF_STATUS_TOO_LARGE,   /* more pages, letters or bytes than the limits above */
  YS_PDF_STATUS_MEMORY,
  YS_PDF_STATUS_REQUEST,    /* the client asked for something that isn't there */
  YS_PDF_STATUS_UNCONFINED, /* the worker could not confine itself and reads nothing */
} YsPdfStatus;

/* PAGES, INSPECT: @page is the first; RENDER, TEXT: the page. EXTRACT: @page is the attachment. */
typedef struct
{
  guint32 magic, serial, operation, page;
  gint32 x, y;           /* RENDER: offset of the picture in the scaled and turned page, pixels */
  guint32 width, height; /* RENDER: size of the picture, pixels */
  guint32 rotation;      /* RENDER: 0, 90, 180, 270 clockwise, beside the page's own */
  guint32 reserved;
  double scale;                       /* RENDER: pixels for a point */
  guint64 offset;                     /* EXTRACT: first byte wanted */
  char password[YS_PDF_MAX_PASSWORD]; /* OPEN: NUL-terminated UTF-8 */
} YsPdfRequest;

typedef struct
{
  guint32 magic, serial, status;
  guint32 flags;         /* OPEN, INSPECT: YsPdfFlags; HELLO: which confinements are active, see below */
  guint32 n_pages;       /* OPEN; PAGES: records that follow in the buffer; INSPECT: pages looked at */
  guint32 next_page;     /* PAGES, INSPECT: where to go on, 0 when all is done */
  guint32 n_attachments; /* OPEN; ATTACHMENTS: records in the buffer */
  guint32 n_bad_pages;   /* INSPECT: pages that can't be read */
  guint32 stride;        /* RENDER: bytes of a row */
  guint32 n_characters;  /* TEXT: frames in the buffer, before the text */
  guint32 notes;         /* any: see below */
  guint32 reserved;
  guint64 length;           /* bytes used of the buffer */
  guint64 total;            /* EXTRACT: size of the whole attachment */
  guint64 cpu_microseconds; /* of the worker, since its start */
  float box[4];             /* TEXT: around all words, else around what is drawn: x1, y1, x2, y2 in points */
  char title[YS_PDF_MAX_TITLE]; /* OPEN: NUL-terminated UTF-8, cut at a character */
} YsPdfAnswer;

/* What the PDF library complained of during the operation; it says so in words only. */
enum
{
  YS_PDF_NOTE_FONTS_MISSING = 1, /* no font on this computer could stand in */
  YS_PDF_NOTE_UNKNOWN_LOCK = 2,  /* an encryption that it doesn't know */
  YS_PDF_NOTE_MAPS_MISSING = 4,  /* character maps that are not on this computer: poppler-data */
};

enum
{
  YS_PDF_HELLO_LIMITS = 1,
  YS_PDF_HELLO_NO_NEW_PRIVS = 2,
  YS_PDF_HELLO_SECCOMP = 4,
  YS_PDF_HELLO_LANDLOCK = 8
};

/* Records in the buffer. Sizes and frames in points (1/72 inch), origin top left, as the page is shown. */
typedef struct
{
  float width, height;
  char label[YS_PDF_MAX_LABEL];
} YsPdfPageRecord;

typedef struct
{
  float x1, y1, x2, y2;
} YsPdfFrameRecord;

typedef struct
{
  guint64 size; /* as the PDF states it */
  char name[YS_PDF_MAX_ATTACHMENT_NAME];
} YsPdfAttachmentRecord;

G_STATIC_ASSERT (sizeof (YsPdfRequest) == 56 + YS_PDF_MAX_PASSWORD);
G_STATIC_ASSERT (sizeof (YsPdfAnswer) == 88 + YS_PDF_MAX_TITLE);

G_END_DECLS
