/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: reference-counted structs described by tables of fields. */
#pragma once

#include <glib-object.h>

#include "bearings-enums.h"

G_BEGIN_DECLS

/*
 * A record is a plain C struct (BearingsClaim, BearingsOccupation, ...) whose members are
 * described once, in a table. Code that knows a record reads its members; code that treats all
 * records alike (JSON in and out, SQL, comparison, checks, the schema) walks the table. A new
 * field is one struct member, one line of the table and one column in the store.
 *
 * Absent values: text NULL, integer BEARINGS_INTEGER_ABSENT, real NaN, boolean
 * BEARINGS_UNKNOWN, enum 0; lists are never NULL, but may be empty.
 */

#define BEARINGS_INTEGER_ABSENT G_MININT64

typedef enum {
  BEARINGS_UNKNOWN = -1,
  BEARINGS_NO = 0,
  BEARINGS_YES = 1,
} BearingsTristate;

/* Databases keep the number of a kind: new ones come at the end. */
typedef enum {
  BEARINGS_RECORD_SOURCE,
  BEARINGS_RECORD_STUDY,
  BEARINGS_RECORD_CLAIM,
  BEARINGS_RECORD_TRACE_HOP,
  BEARINGS_RECORD_REGISTER_ENTRY,
  BEARINGS_RECORD_EVIDENCE_SEARCH,
  BEARINGS_RECORD_OCCUPATION,
  BEARINGS_RECORD_ROLE,
  BEARINGS_RECORD_SKILL,
  BEARINGS_RECORD_OCCUPATION_SKILL,
  BEARINGS_RECORD_WAGE,
  BEARINGS_RECORD_PROJECTION,
  BEARINGS_RECORD_POSTING_SHARE,
  BEARINGS_RECORD_USE_SHARE,
  BEARINGS_RECORD_LADDER,
  BEARINGS_RECORD_READING,
  BEARINGS_RECORD_DEFINITION,
  BEARINGS_RECORD_LITERATURE,
  BEARINGS_RECORD_GLOSSARY_TERM,
  BEARINGS_RECORD_INSTRUMENT,
  BEARINGS_RECORD_ITEM,
  BEARINGS_RECORD_REFERENCE_SAMPLE,
  BEARINGS_RECORD_NORM_TABLE,
  BEARINGS_RECORD_SKILL_FAMILY,
  BEARINGS_RECORD_VACANCY_SHARE,
  BEARINGS_RECORD_WORK_DESCRIPTION,
  BEARINGS_N_RECORD_KINDS,
} BearingsRecordKind;

/* Kind of a field; beside it the C type of the member. */
typedef enum {
  BEARINGS_FIELD_TEXT,    /* char *, UTF-8, never "" */
  BEARINGS_FIELD_DATE,    /* char *, "2022", "2022-08" or "2022-08-16" */
  BEARINGS_FIELD_URL,     /* char *, http or https address */
  BEARINGS_FIELD_REF,     /* char *, id of a record of kind `target` */
  BEARINGS_FIELD_INTEGER, /* gint64 */
  BEARINGS_FIELD_REAL,    /* double */
  BEARINGS_FIELD_BOOLEAN, /* BearingsTristate (int) */
  BEARINGS_FIELD_ENUM,    /* int, a value of `enumeration` */
  BEARINGS_FIELD_TEXTS,   /* GPtrArray * of char * */
  BEARINGS_FIELD_REFS,    /* GPtrArray * of char *, ids of records of kind `target` */
  BEARINGS_FIELD_REALS,   /* GArray * of double */
  BEARINGS_FIELD_STRUCT,  /* the struct `structure` itself, in place */
  BEARINGS_FIELD_STRUCTS, /* GPtrArray * of pointers to `structure` */
} BearingsFieldKind;

typedef struct _BearingsField BearingsField;

/* A described struct, nested in a record or a record itself. */
typedef struct {
  const char *name;
  gsize size;
  const BearingsField *fields;
  guint n_fields;
} BearingsStructType;

struct _BearingsField {
  const char *name; /* JSON key and SQL column, snake_case */
  BearingsFieldKind kind;
  gsize offset;
  gboolean required;
  double min, max; /* allowed range of numbers, used when min < max */
  const BearingsEnumType *enumeration;
  const BearingsStructType *structure;
  BearingsRecordKind target;
};

typedef struct {
  BearingsStructType structure;
  BearingsRecordKind kind;
  const char *name;       /* "claim": the "type" of a record in a pack */
  const char *const *key; /* fields that make the id, joined by "/"; NULL when the id is given */
} BearingsRecordType;

/* First member of every record. */
typedef struct {
  const BearingsRecordType *type;
  gatomicrefcount ref_count;
  char *id;   /* unique within its kind */
  char *pack; /* id of the pack it came with; NULL before it is stored */
} BearingsRecord;

const BearingsRecordType *bearings_record_type (BearingsRecordKind kind);
/* NULL when no kind has that name. */
const BearingsRecordType *bearings_record_type_by_name (const char *name);
const BearingsField *bearings_record_struct_field (const BearingsStructType *type,
                                                   const char *name);

/* A record (struct) with every field absent. */
gpointer bearings_record_new (BearingsRecordKind kind);
gpointer bearings_record_ref (gpointer record);
void bearings_record_unref (gpointer record);

/* Makes the id of a record whose type has a key; FALSE when a key field is absent. */
gboolean bearings_record_make_id (BearingsRecord *record);
gboolean bearings_record_equal (gconstpointer a, gconstpointer b);

/* A nested struct with every field absent, owned by the list it is added to. */
gpointer bearings_record_struct_new (const BearingsStructType *type);
void bearings_record_struct_free (const BearingsStructType *type, gpointer data);
gboolean
bearings_record_struct_equal (const BearingsStructType *type, gconstpointer a, gconstpointer b);
/* Whether any field of the struct is set. */
gboolean bearings_record_struct_is_set (const BearingsStructType *type, gconstpointer data);

#define BEARINGS_FIELD_AT(Type, base, field) ((Type *) ((char *) (base) + (field)->offset))

gboolean bearings_field_is_set (const BearingsField *field, gconstpointer base);

static inline gboolean
bearings_record_integer_is_set (gint64 value)
{
  return value != BEARINGS_INTEGER_ABSENT;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsRecord, bearings_record_unref)

/* For each record struct: g_autoptr. */
#define BEARINGS_DECLARE_RECORD(Type) G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, bearings_record_unref)

G_END_DECLS
