/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lower parts of the page of a skill: readings, ladder, definitions, literatures, references.
 */
#pragma once

#include <gtk/gtk.h>

#include "bearings-service.h"

G_BEGIN_DECLS

/* Each returns NULL when there is nothing to show. Tables hold every record that is named, by id.
 */
GtkWidget *bearings_skill_page_parts_readings_view_new (GPtrArray *readings, GHashTable *claims);
GtkWidget *bearings_skill_page_parts_ladder_view_new (const BearingsLadder *ladder);
GtkWidget *bearings_skill_page_parts_definitions_view_new (GPtrArray *definitions,
                                                           GHashTable *sources);
GtkWidget *bearings_skill_page_parts_literatures_view_new (GPtrArray *literatures,
                                                           GHashTable *claims,
                                                           GHashTable *sources);
GtkWidget *bearings_skill_page_parts_register_links_new (GPtrArray *entries);
GtkWidget *bearings_skill_page_parts_references_view_new (GPtrArray *references);

G_END_DECLS
