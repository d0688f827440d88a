/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private: a look over a JSON text before the parser sees it. */
#pragma once

#include <glib.h>

#define BEARINGS_JSON_MAX_DEPTH 64
#define BEARINGS_JSON_MAX_KEYS 256

/* What is wrong with a text, and where. @code is static, @message is owned. */
typedef struct {
  const char *code;
  char *message;
  guint line; /* 1-based, within the text */
} BearingsJsonFault;

/* An element of the list that was asked for. */
typedef struct {
  gsize start, end;
  guint line;
} BearingsJsonExtent;

/**
 * bearings_json_scan:
 * @text: UTF-8 text of @length bytes; need not end in a NUL
 * @list_key: key of the outermost object whose list is taken apart, or %NULL
 * @extents: (element-type BearingsJsonExtent): place for the elements of that list, or %NULL
 * @list: place for where the list itself stands, or %NULL; start == end when there is none
 * @fault: filled in on failure; clear with bearings_json_fault_clear()
 *
 * Checks what json-glib lets pass or cannot bear: encoding, NUL, nesting, duplicate keys,
 * half surrogates, numbers too long to be held. What passes is JSON by RFC 8259.
 */
gboolean bearings_json_scan (const char *text,
                             gsize length,
                             const char *list_key,
                             GArray *extents,
                             BearingsJsonExtent *list,
                             BearingsJsonFault *fault);
void bearings_json_fault_clear (BearingsJsonFault *fault);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BearingsJsonFault, bearings_json_fault_clear)

/* Where the text that is the value of @key of the outermost object stands, between its quotes.
 * @text has passed bearings_json_scan(). */
gboolean bearings_json_find_text (const char *text,
                                  gsize length,
                                  const char *key,
                                  const char **start,
                                  const char **end);
