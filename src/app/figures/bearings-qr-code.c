/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An address as a QR code. */

#include "bearings-qr-code.h"

#include <glib/gi18n-lib.h>
#include <qrencode.h>

#define QUIET 4 /* modules left free on each side, as ISO/IEC 18004 asks */
#define NATURAL_PX 260
#define LEAST_PX 2 /* a module that a camera can tell */

struct _BearingsQrCode {
  GtkWidget parent_instance;

  QRcode *code;
};

G_DEFINE_FINAL_TYPE (BearingsQrCode, bearings_qr_code, GTK_TYPE_WIDGET)

static int
side (BearingsQrCode *self)
{
  return self->code->width + 2 * QUIET;
}

static void
bearings_qr_code_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  BearingsQrCode *self = BEARINGS_QR_CODE (widget);

  *minimum = LEAST_PX * side (self);
  *natural = MAX (NATURAL_PX, *minimum);
}

/* Modules are whole pixels, so that their edges are sharp; black on white in the dark style too,
 * because many readers know no other. */
static void
bearings_qr_code_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 };
  BearingsQrCode *self = BEARINGS_QR_CODE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int module = MAX (MIN (width, height) / side (self), 1), n = self->code->width;
  float x = (float) ((width - module * side (self)) / 2);
  float y = (float) ((height - module * side (self)) / 2);

  gtk_snapshot_append_color (
    snapshot, &white,
    &GRAPHENE_RECT_INIT (x, y, (float) (module * side (self)), (float) (module * side (self))));
  for (int row = 0; row < n; row++)
    for (int column = 0, run; column < n; column += run) {
      gboolean dark = self->code->data[row * n + column] & 1;

      for (run = 1; column + run < n && (self->code->data[row * n + column + run] & 1) == dark;)
        run++;
      if (dark)
        gtk_snapshot_append_color (snapshot, &black,
                                   &GRAPHENE_RECT_INIT (x + (float) (module * (QUIET + column)),
                                                        y + (float) (module * (QUIET + row)),
                                                        (float) (module * run), (float) module));
    }
}

static void
bearings_qr_code_finalize (GObject *object)
{
  QRcode_free (BEARINGS_QR_CODE (object)->code);
  G_OBJECT_CLASS (bearings_qr_code_parent_class)->finalize (object);
}

static void
bearings_qr_code_class_init (BearingsQrCodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bearings_qr_code_finalize;
  widget_class->measure = bearings_qr_code_measure;
  widget_class->snapshot = bearings_qr_code_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bearings_qr_code_init (BearingsQrCode *self)
{
}

GtkWidget *
bearings_qr_code_new (const char *address)
{
  /* Readers guess what bytes beyond ASCII mean, each in its own way. */
  g_autofree char *text = g_uri_escape_string (
    address,
    G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%",
    FALSE);
  /* Medium: a code with a scratch of 15 % can still be read. */
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  g_autofree char *label = NULL;
  BearingsQrCode *self;

  if (code == NULL)
    return NULL;
  self = g_object_new (BEARINGS_TYPE_QR_CODE, NULL);
  self->code = code;
  /* Translators: %s is an address. */
  label = g_strdup_printf (_ ("QR code of %s"), address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

guint
bearings_qr_code_get_size (BearingsQrCode *self)
{
  g_return_val_if_fail (BEARINGS_IS_QR_CODE (self), 0);
  return (guint) self->code->width;
}
