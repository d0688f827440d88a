/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer target: any bytes as a file of answers and as a file of item parameters. Nothing may
 * crash, hang or leak; what is refused is refused in words; what is read must be analysable.
 *
 *   CC=clang meson setup build-fuzz -Dgui=false -Db_lundef=false \
 *     -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C build-fuzz tests/fuzz/fuzz-answers-libfuzzer
 *   build-fuzz/tests/fuzz/fuzz-answers-libfuzzer -max_len=4096 NEW-CORPUS tests/fuzz/corpus/answers
 */

#include <math.h>

#include "fuzz.h"

#include "bearings-analysis-json.h"
#include "bearings-parameter-file.h"
#include "bearings-response-file.h"

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Slope one and a difficulty for every item of the file, thresholds as its answers need. */
static GPtrArray *
make_bank (const BearingsResponseMatrix *matrix)
{
  GPtrArray *bank = g_ptr_array_new_with_free_func (bearings_calibrated_item_free);

  for (guint i = 0; i < matrix->items->len; i++) {
    BearingsCalibratedItem *item =
      bearings_calibrated_item_new (matrix->items->pdata[i], BEARINGS_ITEM_MODEL_GRM, 1, NAN);
    for (int k = 0; k < 15; k++) {
      double b = 0.2 * k - 1;
      g_array_append_val (item->b, b);
    }
    g_ptr_array_add (bank, item);
  }
  return bank;
}

static void
use_answers (const BearingsResponseMatrix *matrix)
{
  g_autoptr (GPtrArray) bank = make_bank (matrix);
  gsize size = (gsize) matrix->persons->len * matrix->items->len;

  g_assert_cmpuint (size, >, 0);
  for (gsize i = 0; i < size; i++)
    g_assert_true (matrix->data[i] >= BEARINGS_RESPONSE_MISSING && matrix->data[i] <= 15);
  for (int estimator = BEARINGS_ESTIMATOR_EAP; estimator <= BEARINGS_ESTIMATOR_WLE; estimator++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (BearingsResponseScores) scores =
      bearings_response_scores_new (matrix, bank, (BearingsEstimator) estimator, &error);
    g_autofree char *json = NULL;

    if (scores == NULL) {
      check_error (error);
      continue;
    }
    g_assert_cmpuint (scores->persons->len, ==, matrix->persons->len);
    json = bearings_analysis_json_response_scores_to (scores);
    g_assert_true (g_utf8_validate (json, -1, NULL));
  }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (BearingsItemAnalysis) analysis = bearings_item_analysis_new (matrix, NULL, &error);
    g_autofree char *json = NULL;

    if (analysis == NULL) {
      check_error (error);
      return;
    }
    json = bearings_analysis_json_item_to (analysis);
    g_assert_true (g_utf8_validate (json, -1, NULL));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("fuzz-answers-XXXXXX", &stream, &error);
  g_autoptr (BearingsResponseMatrix) matrix = NULL;
  g_autoptr (GPtrArray) bank = NULL;

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), data, size, NULL,
                             NULL, &error);
  g_assert_no_error (error);
  g_io_stream_close (G_IO_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
  matrix = bearings_response_file_read (file, &refused);
  if (matrix != NULL)
    use_answers (matrix);
  else
    check_error (refused);
  g_clear_error (&refused);
  bank = bearings_parameter_file_read (file, &refused);
  if (bank == NULL)
    check_error (refused);
  else
    g_assert_cmpuint (bank->len, >, 0);
  g_file_delete (file, NULL, NULL);
  return 0;
}
