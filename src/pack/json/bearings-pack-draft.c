/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of packs. */

#include "bearings-pack-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bearings-json-text.h"
#include "bearings-pack-fields.h"

#define BLANK_OPEN "⟨"
#define BLANK_CLOSE "⟩"

/* One record of a draft: fields beside the required ones, with blanks between, "a.b" for those of a
 * nested struct, "a=b" for one that is filled in. */
typedef struct {
  BearingsRecordKind kind;
  const char *fields;
} Part;

typedef struct {
  const char *name;
  const Part *parts;
  guint n_parts;
} Draft;

#define SOURCE_PART { BEARINGS_RECORD_SOURCE, "authors issued doi url licence accessed" }
#define FIGURE(name)                                                                               \
  name ".metric " name ".value " name ".unit " name ".low " name ".high " name ".level " name      \
       ".interval " name ".referent "

static const Part claim_parts[] = {
  SOURCE_PART,
  { BEARINGS_RECORD_STUDY, "design" },
  { BEARINGS_RECORD_CLAIM,
    "quotes topic " FIGURE (
      "finding") "population sample.n sample.unit country data_year study "
                 "boundary boundary_note hedge direction certainty_reasons "
                 "directness.skill directness.role limits confirmed checked" },
};

static const Part role_parts[] = {
  SOURCE_PART,
  { BEARINGS_RECORD_ROLE, "alternate_titles summary occupations.note source note" },
};

static const Part instrument_parts[] = {
  { BEARINGS_RECORD_INSTRUMENT,
    "skill data_use minutes_low minutes_high scales.summary levels.theta_low levels.rationale "
    "policy.note self_report_note" },
  { BEARINGS_RECORD_ITEM, "kind=self-report anchors" },
  { BEARINGS_RECORD_ITEM,
    "kind=keyed answer=single options.key options.rationale verification.kind "
    "verification.code verification.expect" },
  { BEARINGS_RECORD_ITEM, "kind=rubric criteria exemplars.scores" },
};

static const Part norm_parts[] = {
  SOURCE_PART,
  { BEARINGS_RECORD_REFERENCE_SAMPLE, "skill instrument factual sample.n sample.unit collected "
                                      "country " FIGURE ("reliability") "caveat" },
  { BEARINGS_RECORD_NORM_TABLE, "unit rows.label rows.high" },
};

#define DRAFT(name, parts) { name, parts, G_N_ELEMENTS (parts) }
static const Draft drafts[] = {
  DRAFT ("claim", claim_parts),
  DRAFT ("role", role_parts),
  DRAFT ("instrument", instrument_parts),
  DRAFT ("norm", norm_parts),
};

static const char *const draft_names[] = { "claim", "role", "instrument", "norm", NULL };

const char *const *
bearings_pack_draft_names (void)
{
  return draft_names;
}

gboolean
bearings_pack_draft_text_is_blank (const char *text)
{
  return g_str_has_prefix (text, BLANK_OPEN) && g_str_has_suffix (text, BLANK_CLOSE);
}

static void
add_blank (BearingsJsonText *json, const char *name, const char *hint)
{
  g_autofree char *blank = g_strconcat (BLANK_OPEN, hint, BLANK_CLOSE, NULL);

  bearings_json_text_string (json, name, blank);
}

static void
add_number_blank (BearingsJsonText *json, const char *name, const BearingsField *field)
{
  if (field->min < field->max && field->max <= 10000) { /* above, a bound of good sense only */
    /* Translators: the range of a number to be filled in. */
    g_autofree char *hint = g_strdup_printf (_ ("number from %g to %g"), field->min, field->max);
    add_blank (json, name, hint);
  } else {
    /* Translators: to be replaced by a number. */
    add_blank (json, name, _ ("number"));
  }
}

static void
add_reference_blank (BearingsJsonText *json, const char *name, const BearingsField *field)
{
  /* Translators: to be replaced by the id of a record of a kind, "skill". */
  g_autofree char *hint = g_strdup_printf (_ ("id of a record of the type %s"),
                                           bearings_record_type (field->target)->name);

  add_blank (json, name, hint);
}

/* What of @fields is about the field @name: whether it is named, what it is filled in with, and
 * those of its own fields that are. */
typedef struct {
  gboolean named;
  char *value;
  char *nested;
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->value);
  g_free (wish->nested);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static Wish
wish_find (const char *fields, const char *name)
{
  g_auto (GStrv) words = g_strsplit (fields, " ", -1);
  g_autoptr (GString) nested = g_string_new (NULL);
  gsize length = strlen (name);
  Wish wish = { 0 };

  for (guint i = 0; words[i] != NULL; i++) {
    const char *rest = words[i] + length;

    if (!g_str_has_prefix (words[i], name))
      continue;
    if (*rest == '\0') {
      wish.named = TRUE;
    } else if (*rest == '=') {
      wish.named = TRUE;
      g_set_str (&wish.value, rest + 1);
    } else if (*rest == '.') {
      wish.named = TRUE;
      g_string_append_printf (nested, "%s ", rest + 1);
    }
  }
  wish.nested = g_string_free_and_steal (g_steal_pointer (&nested));
  return wish;
}

static void add_struct (BearingsJsonText *json, const BearingsStructType *type, const char *fields);

static void
add_value (BearingsJsonText *json, const char *name, const BearingsField *field, const Wish *wish)
{
  if (wish->value != NULL) {
    bearings_json_text_string (json, name, wish->value);
    return;
  }
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_TEXTS:
    add_blank (json, name, field->name);
    break;
  case BEARINGS_FIELD_DATE:
    /* Translators: to be replaced by a date in one of these forms. */
    add_blank (json, name, _ ("date: 2022, 2022-08 or 2022-08-16"));
    break;
  case BEARINGS_FIELD_URL:
    add_blank (json, name, "https://…");
    break;
  case BEARINGS_FIELD_REF:
  case BEARINGS_FIELD_REFS:
    add_reference_blank (json, name, field);
    break;
  case BEARINGS_FIELD_INTEGER:
  case BEARINGS_FIELD_REAL:
  case BEARINGS_FIELD_REALS:
    add_number_blank (json, name, field);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    add_blank (json, name, _ ("true or false"));
    break;
  case BEARINGS_FIELD_ENUM: {
    g_autofree char *hint = g_strjoinv (" | ", (char **) field->enumeration->values);
    add_blank (json, name, hint);
    break;
  }
  case BEARINGS_FIELD_STRUCT:
  case BEARINGS_FIELD_STRUCTS:
    bearings_json_text_object (json, name);
    add_struct (json, field->structure, wish->nested);
    bearings_json_text_end (json);
    break;
  }
}

static void
add_struct (BearingsJsonText *json, const BearingsStructType *type, const char *fields)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];
    g_auto (Wish) wish = wish_find (fields, field->name);
    gboolean list = field->kind == BEARINGS_FIELD_TEXTS || field->kind == BEARINGS_FIELD_REFS ||
                    field->kind == BEARINGS_FIELD_REALS || field->kind == BEARINGS_FIELD_STRUCTS;

    if (!field->required && !wish.named)
      continue;
    if (list)
      bearings_json_text_list (json, field->name);
    add_value (json, list ? NULL : field->name, field, &wish);
    if (list)
      bearings_json_text_end (json);
  }
}

static void
add_header (BearingsJsonText *json, const BearingsPackInfo *info)
{
  bearings_json_text_integer (json, BEARINGS_PACK_FORMAT_KEY, BEARINGS_PACK_FORMAT);
  for (guint i = 0; i < bearings_n_pack_fields; i++) {
    const BearingsPackField *field = &bearings_pack_fields[i];
    const char *value = *BEARINGS_PACK_FIELD_AT (info, field);

    if (value != NULL)
      bearings_json_text_string (json, field->name, value);
    else if (field->required)
      add_blank (json, field->name, field->name);
  }
}

char *
bearings_pack_draft_new (const char *name, const BearingsPackInfo *info)
{
  BearingsJsonText json = { .pretty = TRUE };
  const Draft *draft = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    if (strcmp (drafts[i].name, name) == 0)
      draft = &drafts[i];
  if (draft == NULL)
    return NULL;
  json.text = g_string_new (NULL);
  bearings_json_text_object (&json, NULL);
  add_header (&json, info);
  bearings_json_text_list (&json, BEARINGS_PACK_RECORDS_KEY);
  for (guint i = 0; i < draft->n_parts; i++) {
    const BearingsRecordType *type = bearings_record_type (draft->parts[i].kind);

    bearings_json_text_object (&json, NULL);
    bearings_json_text_string (&json, "type", type->name);
    add_struct (&json, &type->structure, draft->parts[i].fields);
    bearings_json_text_end (&json);
  }
  bearings_json_text_end (&json);
  bearings_json_text_end (&json);
  return g_string_free_and_steal (json.text);
}
