/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to store/: the database of the people. */
#pragma once

#include "bearings-database.h"
#include "bearings-people.h"

G_BEGIN_DECLS

/* The versions of people.db that were released. */
typedef enum {
  BEARINGS_PEOPLE_VERSION_1 = 1,
  BEARINGS_PEOPLE_VERSION_2 = 2,
  BEARINGS_PEOPLE_VERSION_3 = 3,
  BEARINGS_PEOPLE_VERSION_4 = 4,
  BEARINGS_PEOPLE_VERSION_5 = 5,
  BEARINGS_PEOPLE_VERSION = BEARINGS_PEOPLE_VERSION_5,
} BearingsPeopleVersion;

#define BEARINGS_PEOPLE_APPLICATION_ID 0x4270706c /* "Bppl" */

BearingsDatabase *bearings_people_get_database (BearingsPeople *self);
/* After a deletion: what was deleted is gone from the journal, too, and with every copy. */
gboolean bearings_people_forget (BearingsDatabase *database, GError **error);

/* Stores what a sitting is scored with, unless it is there: a part of a transaction. Returns the
 * digest that the bytes are found by. */
char *bearings_people_store_basis (BearingsPeople *self, GBytes *basis, GError **error);

G_END_DECLS
