/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as text, HTML and PDF. */

#include "bearings-document.h"

#include <string.h>

static BearingsSource *
source (const char *id, const char *title)
{
  BearingsSource *made = bearings_record_new (BEARINGS_RECORD_SOURCE);

  made->record.id = g_strdup (id);
  made->title = g_strdup (title);
  return made;
}

static BearingsDocument *
sample (void)
{
  BearingsDocument *document = bearings_document_new ();
  g_autoptr (BearingsSource) first = source ("a", "First & last");
  g_autoptr (BearingsSource) second = source ("b", "Second");
  const char *const header[] = { "Level", "Chance", NULL };
  const char *const row[] = { "Basic", "12", NULL };
  BearingsBlock *table;

  bearings_document_add_title (document, "A <title>");
  bearings_document_add_paragraph (
    document, "A paragraph that is long enough to be wrapped at forty columns, <b>with markup</b>.",
    bearings_document_cite (document, first));
  bearings_document_add_heading (document, "Heading");
  bearings_document_add_bullet (document, "One", 0);
  bearings_document_add_bullet (document, "Two", bearings_document_cite (document, second));
  bearings_document_add_term (document, "Term", "Meaning",
                              bearings_document_cite (document, first));
  table = bearings_document_add_table (document, header);
  bearings_block_add_row (table, row);
  return document;
}

static void
test_sources_keep_their_number (void)
{
  g_autoptr (BearingsDocument) document = bearings_document_new ();
  g_autoptr (BearingsSource) a = source ("a", "A");
  g_autoptr (BearingsSource) b = source ("b", "B");

  g_assert_cmpuint (bearings_document_cite (document, a), ==, 1);
  g_assert_cmpuint (bearings_document_cite (document, b), ==, 2);
  g_assert_cmpuint (bearings_document_cite (document, a), ==, 1);
  g_assert_cmpuint (bearings_document_cite (document, NULL), ==, 0);
  g_assert_cmpuint (bearings_document_n_references (document), ==, 2);
}

static void
test_text_is_wrapped (void)
{
  g_autoptr (BearingsDocument) document = sample ();
  g_autofree char *text = bearings_document_to_text (document, 40);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 40);
  g_assert_nonnull (strstr (text, "- Two [2]"));
  g_assert_nonnull (strstr (text, "Level  Chance"));
  g_assert_nonnull (strstr (text, "[1] (n.d.). First & last."));
}

static void
assert_text (const char *words, guint width, const char *expected)
{
  g_autoptr (BearingsDocument) document = bearings_document_new ();
  g_autofree char *text = NULL;

  bearings_document_add_paragraph (document, words, 0);
  text = bearings_document_to_text (document, width);
  g_assert_cmpstr (text, ==, expected);
}

/* A line is as long as it may be, and not one column longer. */
static void
test_text_fills_the_width_to_the_column (void)
{
  assert_text ("four five", 9, "four five\n\n");
  assert_text ("four five", 8, "four\nfive\n\n");
  assert_text ("four five six", 9, "four five\nsix\n\n");
  assert_text ("four five six", 12, "four five\nsix\n\n");
  assert_text ("four five six", 13, "four five six\n\n");
  assert_text ("a longer-than-the-line b", 8, "a\nlonger-than-the-line\nb\n\n");
  assert_text ("two\nlines", 20, "two\nlines\n\n");
  /* Wide characters take two columns, those that only mark another none. */
  assert_text ("日本 語", 7, "日本 語\n\n");
  assert_text ("日本 語", 6, "日本\n語\n\n");
  assert_text ("e\u0301e\u0301 e\u0301", 4, "e\u0301e\u0301 e\u0301\n\n");
}

/* What is indented keeps its indent, and its blank line when another kind follows. */
static void
test_text_layout (void)
{
  g_autoptr (BearingsDocument) document = bearings_document_new ();
  g_autoptr (BearingsSource) cited = source ("a", "Long title here");
  const char *const header[] = { "A", "Wide", NULL };
  const char *const row[] = { "日本", "1", NULL };
  g_autofree char *text = NULL;

  bearings_document_add_title (document, "Top");
  bearings_document_add_bullet (document, "one two three", 0);
  bearings_document_add_bullet (document, "four", bearings_document_cite (document, cited));
  bearings_document_add_term (document, "term", "its long sense", 0);
  bearings_document_add_paragraph (document, "end", 0);
  bearings_block_add_row (bearings_document_add_table (document, header), row);
  bearings_document_add_bullet (document, "last", 0);
  text = bearings_document_to_text (document, 14);
  g_assert_cmpstr (text, ==,
                   "Top\n===\n\n"
                   "  - one two\n    three\n  - four [1]\n\n"
                   "  term\n      its long\n      sense\n\n"
                   "end\n\n"
                   "  A     Wide\n  ----  ----\n  日本  1\n\n"
                   "  - last\n\n"
                   "References\n----------\n\n"
                   "  [1] (n.d.).\n      Long\n      title\n      here.\n");
}

static void
test_html_is_escaped_and_balanced (void)
{
  g_autoptr (BearingsDocument) document = sample ();
  g_autofree char *html = bearings_document_to_html (document);
  static const char *const elements[] = { "html", "body", "ul", "dl", "table", "ol", "p", "h1" };

  g_assert_null (strstr (html, "<b>"));
  g_assert_nonnull (strstr (html, "A &lt;title&gt;"));
  g_assert_nonnull (strstr (html, "First &amp; last"));
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++) {
    g_autofree char *open = g_strdup_printf ("<%s>", elements[i]);
    g_autofree char *close = g_strdup_printf ("</%s>", elements[i]);
    g_auto (GStrv) opened = g_strsplit (html, open, -1);
    g_auto (GStrv) closed = g_strsplit (html, close, -1);
    g_assert_cmpuint (g_strv_length (opened), ==, g_strv_length (closed));
    g_assert_cmpuint (g_strv_length (opened), >, 1);
  }
}

static guint
count (const char *data, gsize size, const char *word)
{
  guint found = 0;

  for (gsize i = 0; i + strlen (word) <= size; i++)
    found += memcmp (data + i, word, strlen (word)) == 0;
  return found;
}

static void
test_pdf_breaks_pages (void)
{
  g_autoptr (BearingsDocument) document = sample ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;

  for (guint i = 0; i < 200; i++)
    bearings_document_add_paragraph (document, "One more paragraph to fill pages with.", 0);
  g_assert_true (bearings_document_to_pdf (document, stream, &error));
  g_assert_no_error (error);
  data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  g_assert_cmpuint (count (data, size, "/Type /Page"), >=, 4);
}

static void
test_pdf_reports_a_full_disk (void)
{
  g_autoptr (BearingsDocument) document = sample ();
  char room[64];
  /* A stream of fixed size stands for a disk with no space left. */
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bearings_document_to_pdf (document, stream, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/document/sources-keep-their-number", test_sources_keep_their_number);
  g_test_add_func ("/report/document/text-is-wrapped", test_text_is_wrapped);
  g_test_add_func ("/report/document/text-fills-the-width",
                   test_text_fills_the_width_to_the_column);
  g_test_add_func ("/report/document/text-layout", test_text_layout);
  g_test_add_func ("/report/document/html-is-escaped", test_html_is_escaped_and_balanced);
  g_test_add_func ("/report/document/pdf-breaks-pages", test_pdf_breaks_pages);
  g_test_add_func ("/report/document/pdf-reports-a-full-disk", test_pdf_reports_a_full_disk);
  return g_test_run ();
}
