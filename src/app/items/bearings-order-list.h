/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows to be put in an order, by buttons, keys or dragging. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BearingsOrderList:
 *
 * Signal "reordered": the person moved a row.
 */
#define BEARINGS_TYPE_ORDER_LIST (bearings_order_list_get_type ())
G_DECLARE_FINAL_TYPE (BearingsOrderList, bearings_order_list, BEARINGS, ORDER_LIST, GtkBox)

/* @ids name the rows, @texts are shown as they are. */
void bearings_order_list_set_rows (BearingsOrderList *self,
                                   const char *const *ids,
                                   const char *const *texts);
/* Puts the rows in the order of @ids; ids the list does not have are passed over. */
void bearings_order_list_set_order (BearingsOrderList *self, const char *const *ids);
/* The ids in the order of the rows. */
GStrv bearings_order_list_get_order (BearingsOrderList *self);
void bearings_order_list_focus (BearingsOrderList *self);

G_END_DECLS
