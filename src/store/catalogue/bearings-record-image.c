/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as serialised variants, by their field tables. */

#include "bearings-record-image.h"

static GVariant *put_struct (const BearingsStructType *type, gconstpointer data);

static GVariant *
put_texts (GPtrArray *texts)
{
  return g_variant_new_strv ((const char *const *) texts->pdata, (gssize) texts->len);
}

static GVariant *
put_structs (const BearingsField *field, GPtrArray *list)
{
  GVariantBuilder builder;

  g_variant_builder_init_static (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < list->len; i++)
    g_variant_builder_add_value (&builder, put_struct (field->structure, list->pdata[i]));
  return g_variant_builder_end (&builder);
}

static GVariant *
put_field (const BearingsField *field, gconstpointer data)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    return g_variant_new_string (*BEARINGS_FIELD_AT (char *, data, field));
  case BEARINGS_FIELD_INTEGER:
    return g_variant_new_int64 (*BEARINGS_FIELD_AT (gint64, data, field));
  case BEARINGS_FIELD_REAL:
    return g_variant_new_double (*BEARINGS_FIELD_AT (double, data, field));
  case BEARINGS_FIELD_BOOLEAN:
    return g_variant_new_boolean (*BEARINGS_FIELD_AT (int, data, field) == BEARINGS_YES);
  case BEARINGS_FIELD_ENUM:
    return g_variant_new_string (
      bearings_enums_nick (field->enumeration, *BEARINGS_FIELD_AT (int, data, field)));
  case BEARINGS_FIELD_STRUCT:
    return put_struct (field->structure, (const char *) data + field->offset);
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
    return put_texts (*BEARINGS_FIELD_AT (GPtrArray *, data, field));
  case BEARINGS_FIELD_STRUCTS:
    return put_structs (field, *BEARINGS_FIELD_AT (GPtrArray *, data, field));
  case BEARINGS_FIELD_REALS: {
    GArray *list = *BEARINGS_FIELD_AT (GArray *, data, field);
    return g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, list->data, list->len,
                                      sizeof (double));
  }
  }
  g_return_val_if_reached (NULL);
}

static GVariant *
put_struct (const BearingsStructType *type, gconstpointer data)
{
  GVariantBuilder builder;

  g_variant_builder_init_static (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < type->n_fields; i++)
    if (bearings_field_is_set (&type->fields[i], data))
      g_variant_builder_add (&builder, "{sv}", type->fields[i].name,
                             put_field (&type->fields[i], data));
  return g_variant_builder_end (&builder);
}

GBytes *
bearings_record_image (const BearingsRecord *record)
{
  g_autoptr (GVariant) image = g_variant_ref_sink (put_struct (&record->type->structure, record));

  if (G_BYTE_ORDER == G_BIG_ENDIAN) {
    g_autoptr (GVariant) swapped = g_variant_byteswap (image);
    return g_variant_get_data_as_bytes (swapped);
  }
  return g_variant_get_data_as_bytes (image);
}

static void get_struct (GVariant *image, const BearingsStructType *type, gpointer data);

static void
get_texts (GVariant *value, GPtrArray *to)
{
  gsize n;
  g_autofree const char **texts = g_variant_get_strv (value, &n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (to, g_strdup (texts[i]));
}

static void
get_structs (GVariant *value, const BearingsField *field, GPtrArray *to)
{
  for (gsize i = 0; i < g_variant_n_children (value); i++) {
    g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
    gpointer element = bearings_record_struct_new (field->structure);

    g_ptr_array_add (to, element);
    get_struct (child, field->structure, element);
  }
}

static const GVariantType *
type_of (const BearingsField *field)
{
  switch (field->kind) {
  case BEARINGS_FIELD_INTEGER:
    return G_VARIANT_TYPE_INT64;
  case BEARINGS_FIELD_REAL:
    return G_VARIANT_TYPE_DOUBLE;
  case BEARINGS_FIELD_BOOLEAN:
    return G_VARIANT_TYPE_BOOLEAN;
  case BEARINGS_FIELD_STRUCT:
    return G_VARIANT_TYPE_VARDICT;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
    return G_VARIANT_TYPE_STRING_ARRAY;
  case BEARINGS_FIELD_STRUCTS:
    return G_VARIANT_TYPE ("aa{sv}");
  case BEARINGS_FIELD_REALS:
    return G_VARIANT_TYPE ("ad");
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
  case BEARINGS_FIELD_ENUM:
    break;
  }
  return G_VARIANT_TYPE_STRING;
}

static void
get_field (GVariant *value, const BearingsField *field, gpointer data)
{
  switch (field->kind) {
  case BEARINGS_FIELD_TEXT:
  case BEARINGS_FIELD_DATE:
  case BEARINGS_FIELD_URL:
  case BEARINGS_FIELD_REF:
    *BEARINGS_FIELD_AT (char *, data, field) = g_variant_dup_string (value, NULL);
    break;
  case BEARINGS_FIELD_INTEGER:
    *BEARINGS_FIELD_AT (gint64, data, field) = g_variant_get_int64 (value);
    break;
  case BEARINGS_FIELD_REAL:
    *BEARINGS_FIELD_AT (double, data, field) = g_variant_get_double (value);
    break;
  case BEARINGS_FIELD_BOOLEAN:
    *BEARINGS_FIELD_AT (int, data, field) = g_variant_get_boolean (value);
    break;
  case BEARINGS_FIELD_ENUM:
    *BEARINGS_FIELD_AT (int, data, field) =
      bearings_enums_value (field->enumeration, g_variant_get_string (value, NULL));
    break;
  case BEARINGS_FIELD_STRUCT:
    get_struct (value, field->structure, (char *) data + field->offset);
    break;
  case BEARINGS_FIELD_TEXTS:
  case BEARINGS_FIELD_REFS:
    get_texts (value, *BEARINGS_FIELD_AT (GPtrArray *, data, field));
    break;
  case BEARINGS_FIELD_STRUCTS:
    get_structs (value, field, *BEARINGS_FIELD_AT (GPtrArray *, data, field));
    break;
  case BEARINGS_FIELD_REALS: {
    gsize n;
    const double *values = g_variant_get_fixed_array (value, &n, sizeof (double));
    g_array_append_vals (*BEARINGS_FIELD_AT (GArray *, data, field), values, (guint) n);
    break;
  }
  }
}

static void
get_struct (GVariant *image, const BearingsStructType *type, gpointer data)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const BearingsField *field = &type->fields[i];
    g_autoptr (GVariant) value = g_variant_lookup_value (image, field->name, type_of (field));

    if (value != NULL)
      get_field (value, field, data);
  }
}

BearingsRecord *
bearings_record_image_to_record (BearingsRecordKind kind, gconstpointer data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size); /* a copy is aligned */
  g_autoptr (GVariant) image =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));
  g_autoptr (BearingsRecord) record = bearings_record_new (kind);

  if (!g_variant_is_normal_form (image))
    return NULL;
  if (G_BYTE_ORDER == G_BIG_ENDIAN) {
    GVariant *swapped = g_variant_byteswap (image);
    g_variant_unref (image);
    image = swapped;
  }
  get_struct (image, &record->type->structure, record);
  if (record->type->key != NULL ? !bearings_record_make_id (record) : record->id == NULL)
    return NULL;
  return g_steal_pointer (&record);
}
