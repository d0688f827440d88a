/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the converters of bearings-cli share: one file each. */
#pragma once

#include "bearings-cli.h"
#include "bearings-service-convert.h"

/* The header of the pack to be made, by options every converter has. */
typedef struct {
  char *id, *title, *version, *published, *publisher, *licence, *note, *output;
} BearingsPackOptions;

#define BEARINGS_PACK_OPTIONS(options)                                                               \
  {                                                                                                  \
    "output", 'o', 0, G_OPTION_ARG_FILENAME, &(options).output, N_ ("Pack to write"), N_ ("FILE")    \
  },                                                                                                 \
    { "pack-id", 0, 0, G_OPTION_ARG_STRING, &(options).id, N_ ("Id of the pack"), N_ ("ID") },       \
    { "title", 0, 0, G_OPTION_ARG_STRING, &(options).title, N_ ("Title of the pack"), N_ ("TEXT") }, \
    { "pack-version", 0, 0, G_OPTION_ARG_STRING, &(options).version, N_ ("Version of the pack"),     \
      N_ ("VERSION") },                                                                              \
    { "published", 0, 0, G_OPTION_ARG_STRING, &(options).published, N_ ("Day of publication"),       \
      N_ ("DATE") },                                                                                 \
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &(options).publisher, N_ ("Who publishes it"),         \
      N_ ("NAME") },                                                                                 \
    { "licence",  0, 0, G_OPTION_ARG_STRING, &(options).licence, N_ ("Licence of the data"),         \
      N_ ("TEXT") },                                                                                 \
  {                                                                                                  \
    "note", 0, 0, G_OPTION_ARG_STRING, &(options).note, N_ ("What else a reader should know"),       \
      N_ ("TEXT")                                                                                    \
  }

/* What was not given: version 1.0.0, published today. NULL when an option that has no such value is
 * missing: id, title, publisher, licence and output. */
BearingsPackInfo *bearings_pack_options_to_info (const BearingsPackOptions *options);
void bearings_pack_options_clear (BearingsPackOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BearingsPackOptions, bearings_pack_options_clear)

extern const BearingsCommand bearings_convert_bibtex;
extern const BearingsCommand bearings_convert_checks;
extern const BearingsCommand bearings_convert_csl;
extern const BearingsCommand bearings_convert_esco;
extern const BearingsCommand bearings_convert_oews;
extern const BearingsCommand bearings_convert_onet;
extern const BearingsCommand bearings_convert_postings;
extern const BearingsCommand bearings_convert_projections;
extern const BearingsCommand bearings_convert_retractions;
