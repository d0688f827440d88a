/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code of a question. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A monospaced block that scrolls sideways, reads from left to right in every language, and can be
 * walked through by keyboard and by a screen reader. Hidden without code.
 */
#define BEARINGS_TYPE_CODE_BLOCK (bearings_code_block_get_type ())
G_DECLARE_FINAL_TYPE (BearingsCodeBlock, bearings_code_block, BEARINGS, CODE_BLOCK, AdwBin)

/* NULL: none. */
void bearings_code_block_set_code (BearingsCodeBlock *self, const char *code);

G_END_DECLS
