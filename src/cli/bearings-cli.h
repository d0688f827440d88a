/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every command of bearings-cli shares. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* Exit statuses, as the manual page documents them. */
typedef enum {
  BEARINGS_EXIT_OK = 0,
  BEARINGS_EXIT_REFUSED = 1,   /* the work was done and the answer is no: a pack is refused */
  BEARINGS_EXIT_USAGE = 2,     /* the command line is wrong */
  BEARINGS_EXIT_NOT_FOUND = 3, /* no such record, nothing found */
  BEARINGS_EXIT_DATA = 4,      /* the catalogue, the sittings or a file cannot be used */
} BearingsExit;

/* Options before the command, and the service, opened when first asked for. */
typedef struct {
  gboolean json;
  const char *data_dir;
  BearingsService *service;
} BearingsCli;

typedef struct {
  const char *name;
  const char *arguments; /* "--role R --skill S" */
  const char *summary;   /* N_() */
  int (*run) (BearingsCli *cli, int argc, char **argv);
} BearingsCommand;

extern const BearingsCommand bearings_command_answer;
extern const BearingsCommand bearings_command_assess;
extern const BearingsCommand bearings_command_build_catalogue;
extern const BearingsCommand bearings_command_calibrate;
extern const BearingsCommand bearings_command_cite;
extern const BearingsCommand bearings_command_client;
extern const BearingsCommand bearings_command_convert;
extern const BearingsCommand bearings_command_export;
extern const BearingsCommand bearings_command_freshness;
extern const BearingsCommand bearings_command_history;
extern const BearingsCommand bearings_command_import;
extern const BearingsCommand bearings_command_item_analysis;
extern const BearingsCommand bearings_command_library;
extern const BearingsCommand bearings_command_keys;
extern const BearingsCommand bearings_command_new_pack;
extern const BearingsCommand bearings_command_norm;
extern const BearingsCommand bearings_command_plan;
extern const BearingsCommand bearings_command_plot;
extern const BearingsCommand bearings_command_quality;
extern const BearingsCommand bearings_command_recalibrate;
extern const BearingsCommand bearings_command_questions;
extern const BearingsCommand bearings_command_rate;
extern const BearingsCommand bearings_command_score;
extern const BearingsCommand bearings_command_search;
extern const BearingsCommand bearings_command_show;
extern const BearingsCommand bearings_command_trace;
extern const BearingsCommand bearings_command_sign;
extern const BearingsCommand bearings_command_undo;
extern const BearingsCommand bearings_command_validate;
extern const BearingsCommand bearings_command_verify;

/* NULL after printing why; the exit status is then BEARINGS_EXIT_DATA. */
BearingsService *bearings_cli_open (BearingsCli *cli);
/* Prints the error and returns the exit status that fits it. */
int bearings_cli_fail (const GError *error);
/* Parses @entries; FALSE after printing why. Arguments left over stay in @argv. */
gboolean bearings_cli_parse (const BearingsCommand *command,
                             const GOptionEntry *entries,
                             int *argc,
                             char ***argv);
int bearings_cli_usage (const BearingsCommand *command);
/* Problems of a pack, a line each, or as JSON. */
void bearings_cli_print_problems (BearingsCli *cli, const GPtrArray *problems);
/* Columns to wrap text at. */
guint bearings_cli_width (void);

G_END_DECLS
