/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sittings, their logs, and that what is deleted is gone. */

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "bearings-people-private.h"
#include "people-fixture.h"

static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *id = begin_sitting (people, NULL);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (BearingsSittingInfo) info = NULL;
  g_autoptr (BearingsEntry) bare = bearings_entry_new (BEARINGS_ENTRY_SHOWN, NULL, NULL, -1);
  g_autoptr (GError) error = NULL;
  BearingsEntry *entry;

  g_assert_true (g_uuid_string_is_valid (id));
  for (int kind = BEARINGS_ENTRY_STARTED; kind <= BEARINGS_ENTRY_FACT; kind++)
    append (people, id, kind, "an “answer”\nin 'two' lines 😀");
  g_assert_true (bearings_people_append (people, id, bare, &error));
  log = read_log (people, id);
  g_assert_cmpuint (log->len, ==, BEARINGS_ENTRY_FACT + 1);
  for (guint i = 0; i < BEARINGS_ENTRY_FACT; i++) {
    entry = log->pdata[i];
    g_assert_cmpint (entry->kind, ==, i + 1);
    g_assert_cmpstr (entry->item_id, ==, "item-1");
    g_assert_cmpstr (entry->response, ==, "an “answer”\nin 'two' lines 😀");
    g_assert_cmpint (entry->duration_ms, ==, 1234);
  }
  entry = log->pdata[BEARINGS_ENTRY_FACT];
  g_assert_null (entry->item_id);
  g_assert_null (entry->response);
  g_assert_cmpint (entry->duration_ms, ==, -1);
  info = bearings_people_get_sitting (people, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (info->instrument, ==, "python-skill");
  g_assert_cmpstr (info->data_version, ==, "0123456789abcdef");
  g_assert_cmpstr (info->locale, ==, "de_DE.UTF-8");
  g_assert_null (info->client);
  g_assert_false (info->finished);
  g_assert_cmpint (info->n_entries, ==, BEARINGS_ENTRY_FACT + 1);
}

/* A clock that is set back changes the times, never the order. */
static void
test_clock_set_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *id = begin_sitting (people, NULL);
  g_autoptr (GPtrArray) log = NULL;
  const gint64 times[] = { 2000, 1000, -5, 0, G_MAXINT64, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_true (append_entry (people, id, BEARINGS_ENTRY_ANSWERED, "x", times[i], NULL));
  log = read_log (people, id);
  g_assert_cmpuint (log->len, ==, G_N_ELEMENTS (times));
  for (guint i = 0; i < log->len; i++)
    g_assert_cmpint (((BearingsEntry *) log->pdata[i])->time, ==, times[i]);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autoptr (BearingsSittingInfo) start = bearings_sitting_info_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (bearings_people_get_sitting (people, "nothing", &error));
  g_assert_no_error (error);
  g_assert_false (append_entry (people, "nothing", BEARINGS_ENTRY_BACK, NULL, 0, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bearings_people_read_log (people, "nothing", &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bearings_people_take_over (people, "nothing", &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  start->instrument = g_strdup ("i");
  start->instrument_version = g_strdup ("1");
  start->data_version = g_strdup ("d");
  start->client = g_strdup ("nobody");
  g_assert_null (bearings_people_begin_sitting (people, start, NULL, NULL, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
}

static void
test_order_of_sittings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *first = begin_sitting (people, NULL);
  g_autofree char *second = begin_sitting (people, NULL);
  g_autofree char *third = begin_sitting (people, NULL);
  g_autoptr (GPtrArray) sittings = NULL;

  append (people, third, BEARINGS_ENTRY_FINISHED, NULL);
  sittings = bearings_people_list_sittings (people, NULL);
  g_assert_cmpuint (sittings->len, ==, 3);
  g_assert_cmpstr (((BearingsSittingInfo *) sittings->pdata[0])->id, ==, second);
  g_assert_cmpstr (((BearingsSittingInfo *) sittings->pdata[1])->id, ==, first);
  g_assert_cmpstr (((BearingsSittingInfo *) sittings->pdata[2])->id, ==, third);
  g_assert_true (((BearingsSittingInfo *) sittings->pdata[2])->finished);
}

/* Two windows on one sitting: the second is told, may take over, and then the first is refused. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) one = people_new (fixture->path);
  g_autoptr (BearingsPeople) two = people_new (fixture->path);
  g_autofree char *id = begin_sitting (one, NULL);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  gboolean elsewhere;

  append (one, id, BEARINGS_ENTRY_ANSWERED, "one");
  g_assert_true (bearings_people_is_open_elsewhere (one, id, &elsewhere, &error) && !elsewhere);
  g_assert_true (bearings_people_is_open_elsewhere (two, id, &elsewhere, &error) && elsewhere);
  g_assert_false (append_entry (two, id, BEARINGS_ENTRY_ANSWERED, "two", 0, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_STALE);
  g_clear_error (&error);
  g_assert_true (bearings_people_take_over (two, id, &error));
  append (two, id, BEARINGS_ENTRY_ANSWERED, "two");
  g_assert_false (append_entry (one, id, BEARINGS_ENTRY_ANSWERED, "lost", 0, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_STALE);
  g_clear_error (&error);
  log = read_log (one, id);
  g_assert_cmpuint (log->len, ==, 2);
  /* A window that is gone has nothing open. */
  g_clear_object (&one);
  append (two, id, BEARINGS_ENTRY_ANSWERED, "two again");
  one = people_new (fixture->path);
  g_assert_true (bearings_people_is_open_elsewhere (one, id, &elsewhere, &error) && elsewhere);
  g_clear_object (&two);
  g_assert_true (bearings_people_is_open_elsewhere (one, id, &elsewhere, &error) && !elsewhere);
  g_assert_true (bearings_people_take_over (one, id, &error));
  append (one, id, BEARINGS_ENTRY_RESUMED, NULL);
}

static gboolean
leave (BearingsPeople *people, const char *id)
{
  g_autoptr (GError) error = NULL;
  gboolean gone;

  g_assert_true (bearings_people_leave_sitting (people, id, &gone, &error));
  g_assert_no_error (error);
  return gone;
}

static gboolean
exists (BearingsPeople *people, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BearingsSittingInfo) info = bearings_people_get_sitting (people, id, &error);

  g_assert_no_error (error);
  return info != NULL;
}

static char *
begin_passing (BearingsPeople *people, const char *client)
{
  g_autoptr (BearingsSittingInfo) start = sitting_start (client);
  g_autoptr (GError) error = NULL;
  char *id;

  start->passing = TRUE;
  id = bearings_people_begin_sitting (people, start, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

/* What befalls a passing sitting before the window that began it leaves it. */
typedef enum {
  FINISHED = 1 << 0,
  TAKEN_PASSING = 1 << 1, /* by another window */
  TAKEN_AND_KEPT = 1 << 2,
  GIVEN_TO_CLIENT = 1 << 3,
} Fate;

/* Who deletes by leaving: the window that holds a sitting that is passing, and nobody else. */
static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  static const struct {
    Fate fate;
    gboolean gone_for_beginner; /* when the window that began it leaves first */
    gboolean gone_for_other;    /* when then the other window leaves */
  } cases[] = {
    { 0, TRUE, TRUE },
    { FINISHED, TRUE, TRUE },
    { TAKEN_PASSING, FALSE, FALSE },
    { TAKEN_PASSING | FINISHED, FALSE, TRUE },
    { TAKEN_AND_KEPT, FALSE, FALSE },
    { TAKEN_AND_KEPT | FINISHED, FALSE, FALSE },
    { GIVEN_TO_CLIENT, FALSE, FALSE },
    { GIVEN_TO_CLIENT | FINISHED, FALSE, FALSE },
    { GIVEN_TO_CLIENT | TAKEN_PASSING | FINISHED, FALSE, FALSE },
  };
  g_autoptr (BearingsPeople) one = people_new (fixture->path);
  g_autoptr (BearingsPeople) two = people_new (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_people_create_client (one, "blue-otter", &error));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *id = begin_passing (one, NULL);
    gboolean taken = (cases[i].fate & (TAKEN_PASSING | TAKEN_AND_KEPT)) != 0;

    append (one, id, BEARINGS_ENTRY_ANSWERED, "x");
    if (cases[i].fate & TAKEN_PASSING)
      g_assert_true (bearings_people_take_over_passing (two, id, &error));
    if (cases[i].fate & TAKEN_AND_KEPT)
      g_assert_true (bearings_people_take_over (two, id, &error));
    if (cases[i].fate & GIVEN_TO_CLIENT)
      g_assert_cmpint (bearings_people_give_to_client (two, "blue-otter", &error), ==, 1);
    if (cases[i].fate & FINISHED)
      append (taken ? two : one, id, BEARINGS_ENTRY_FINISHED, NULL);
    g_assert_cmpint (leave (one, id), ==, cases[i].gone_for_beginner);
    g_assert_cmpint (exists (one, id), ==, !cases[i].gone_for_beginner);
    g_assert_cmpint (leave (two, id), ==, cases[i].gone_for_other);
    g_assert_cmpint (exists (one, id), ==, !cases[i].gone_for_other);
    /* Who asks for it deletes it, whoever holds it. */
    if (exists (one, id))
      g_assert_true (bearings_people_erase_sitting (one, id, &error));
    g_assert_false (bearings_people_erase_sitting (one, id, &error));
    g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
    g_clear_error (&error);
  }
}

/* What is not passing, and what is a client's, outlasts every window. */
static void
test_leaving_what_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *guest = begin_sitting (people, NULL);
  g_autofree char *client = NULL;
  g_autoptr (BearingsSittingInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_people_create_client (people, "blue-otter", &error));
  client = begin_passing (people, "blue-otter");
  append (people, guest, BEARINGS_ENTRY_FINISHED, NULL);
  append (people, client, BEARINGS_ENTRY_FINISHED, NULL);
  g_assert_false (leave (people, guest));
  g_assert_false (leave (people, client));
  info = bearings_people_get_sitting (people, client, &error);
  g_assert_no_error (error);
  g_assert_nonnull (info);
}

/* A window that has left is nobody that somebody else has to be warned of. */
static void
test_leaving_lets_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) one = people_new (fixture->path);
  g_autoptr (BearingsPeople) two = people_new (fixture->path);
  g_autofree char *id = begin_sitting (one, NULL);
  g_autoptr (GError) error = NULL;
  gboolean elsewhere;

  g_assert_true (bearings_people_is_open_elsewhere (two, id, &elsewhere, &error) && elsewhere);
  g_assert_false (leave (one, id));
  g_assert_true (bearings_people_is_open_elsewhere (two, id, &elsewhere, &error) && !elsewhere);
}

/* A sitting begins with all that belongs to it, or not at all. */
static void
test_begin_is_one_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  BearingsDatabase *database = bearings_people_get_database (people);
  g_autoptr (BearingsSittingInfo) start = sitting_start (NULL);
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bearings_entry_free);
  g_autofree char *large = g_strnfill (400000, 'x');
  g_autoptr (GBytes) basis = g_bytes_new_static ("basis", 5);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) sittings = NULL;
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_ptr_array_add (entries, bearings_entry_new (BEARINGS_ENTRY_STARTED, NULL, "plan", -1));
  g_ptr_array_add (entries, bearings_entry_new (BEARINGS_ENTRY_FACT, "years", "3", -1));
  id = bearings_people_begin_sitting (people, start, basis, entries, &error);
  g_assert_no_error (error);
  log = read_log (people, id);
  g_assert_cmpuint (log->len, ==, 2);
  g_assert_cmpstr (((BearingsEntry *) log->pdata[0])->response, ==, "plan");
  stored = bearings_people_get_basis (people, id, &error);
  g_assert_true (g_bytes_equal (stored, basis));

  /* The last of the entries finds no room. */
  g_ptr_array_add (entries, bearings_entry_new (BEARINGS_ENTRY_FACT, "life", large, -1));
  g_clear_pointer (&basis, g_bytes_unref);
  basis = g_bytes_new_static ("another", 7);
  g_assert_true (bearings_database_run (database, "PRAGMA max_page_count = 60", &error));
  g_assert_null (bearings_people_begin_sitting (people, start, basis, entries, &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FULL);
  g_clear_error (&error);
  sittings = bearings_people_list_sittings (people, &error);
  g_assert_cmpuint (sittings->len, ==, 1);
  g_assert_true (
    bearings_database_query_integer (database, "SELECT count (*) FROM basis", &n, &error));
  g_assert_cmpint (n, ==, 1);
}

static gboolean
folder_holds (const char *folder, const char *needle)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean holds = FALSE;

  while ((name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *contents = NULL;
    gsize size;

    if (g_file_get_contents (path, &contents, &size, NULL) &&
        memmem (contents, size, needle, strlen (needle)) != NULL)
      holds = TRUE;
  }
  return holds;
}

#define SECRET "a-very-personal-answer"

static void
test_delete_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *guest = begin_sitting (people, NULL);
  g_autofree char *open_guest = begin_sitting (people, NULL);
  g_autofree char *kept = NULL;
  g_autofree char *erased = NULL;
  g_autofree char *long_answer = g_strnfill (20000, 'y');
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_people_create_client (people, "blue-otter", &error));
  kept = begin_sitting (people, "blue-otter");
  for (guint i = 0; i < 50; i++) {
    append (people, guest, BEARINGS_ENTRY_ANSWERED, SECRET);
    append (people, kept, BEARINGS_ENTRY_ANSWERED, "kept");
  }
  append (people, guest, BEARINGS_ENTRY_ANSWERED, long_answer);
  append (people, guest, BEARINGS_ENTRY_FINISHED, NULL);
  append (people, kept, BEARINGS_ENTRY_FINISHED, NULL);
  erased = begin_sitting (people, NULL);
  g_assert_true (bearings_people_erase_sitting (people, erased, &error));
  g_assert_false (folder_holds (fixture->folder, erased));
  g_assert_true (folder_holds (fixture->folder, SECRET));
  g_assert_true (folder_holds (fixture->folder, guest));
  g_assert_true (bearings_people_delete_guests (people, &error));
  g_assert_no_error (error);
  g_assert_false (folder_holds (fixture->folder, SECRET));
  g_assert_false (folder_holds (fixture->folder, "yyyyyyyy"));
  g_assert_false (folder_holds (fixture->folder, guest));
  g_assert_false (folder_holds (fixture->folder, open_guest));
  g_assert_false (folder_holds (fixture->folder, open_guest));
  log = read_log (people, kept);
  g_assert_cmpuint (log->len, ==, 51);
}

static void
leave_copy (Fixture *fixture)
{
  g_autofree char *name = g_strconcat (fixture->path, ".backup-v3", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (name, SECRET, -1, &error);
  g_assert_no_error (error);
  g_assert_true (folder_holds (fixture->folder, SECRET));
}

/* A copy that a migration has left, which another program may make at any time, goes with whatever
 * is deleted or renamed. */
static void
test_deletion_covers_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *guest = begin_sitting (people, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_people_create_client (people, "blue-otter", &error));
  leave_copy (fixture);
  g_assert_true (bearings_people_erase_sitting (people, guest, &error));
  g_assert_false (folder_holds (fixture->folder, SECRET));
  leave_copy (fixture);
  g_assert_true (bearings_people_delete_guests (people, &error));
  g_assert_false (folder_holds (fixture->folder, SECRET));
  leave_copy (fixture);
  g_assert_true (bearings_people_rename_client (people, "blue-otter", "red-fox", &error));
  g_assert_false (folder_holds (fixture->folder, SECRET));
  leave_copy (fixture);
  g_assert_true (bearings_people_delete_client (people, "red-fox", &error));
  g_assert_false (folder_holds (fixture->folder, SECRET));
  g_assert_no_error (error);
  leave_copy (fixture);
  g_clear_object (&people);
  people = people_new (fixture->path); /* which is well: nobody needs the copy */
  g_assert_false (folder_holds (fixture->folder, SECRET));
}

static GBytes *
basis_of (BearingsPeople *people, const char *sitting)
{
  g_autoptr (GError) error = NULL;
  GBytes *basis = bearings_people_get_basis (people, sitting, &error);

  g_assert_no_error (error);
  return basis;
}

static char *
begin_with_basis (BearingsPeople *people, GBytes *basis)
{
  g_autoptr (BearingsSittingInfo) start = sitting_start (NULL);
  g_autoptr (GError) error = NULL;
  char *id = bearings_people_begin_sitting (people, start, basis, NULL, &error);

  g_assert_no_error (error);
  return id;
}

/* What sittings are scored with is stored once, and gone with the last of them. */
static void
test_basis (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autoptr (GBytes) basis = g_bytes_new_static ("the-basis-of-two", 16);
  g_autofree char *one = begin_with_basis (people, basis);
  g_autofree char *two = begin_with_basis (people, basis);
  g_autofree char *bare = begin_sitting (people, NULL);
  g_autoptr (GBytes) stored = NULL;
  g_autoptr (GError) error = NULL;
  BearingsDatabase *database = bearings_people_get_database (people);
  gint64 n;

  bearings_database_query_integer (database, "SELECT count (*) FROM basis", &n, &error);
  g_assert_cmpint (n, ==, 1);
  g_assert_null (basis_of (people, bare));
  g_assert_true (bearings_people_erase_sitting (people, one, &error));
  stored = basis_of (people, two);
  g_assert_true (g_bytes_equal (stored, basis));
  g_assert_true (bearings_people_erase_sitting (people, two, &error));
  g_assert_no_error (error);
  bearings_database_query_integer (database, "SELECT count (*) FROM basis", &n, &error);
  g_assert_cmpint (n, ==, 0);
  g_assert_false (folder_holds (fixture->folder, "the-basis-of-two"));
}

static void
test_clients (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GPtrArray) sittings = NULL;
  g_autofree char *sitting = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_people_create_client (people, "b", &error));
  g_assert_true (bearings_people_create_client (people, "a", &error));
  g_assert_false (bearings_people_create_client (people, "a", &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  sitting = begin_sitting (people, "a");
  append (people, sitting, BEARINGS_ENTRY_ANSWERED, SECRET);
  g_assert_false (bearings_people_rename_client (people, "a", "b", &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (bearings_people_rename_client (people, "nobody", "c", &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (bearings_people_rename_client (people, "a", "blue-otter", &error));
  clients = bearings_people_list_clients (people, &error);
  g_assert_cmpuint (clients->len, ==, 2);
  g_assert_cmpstr (clients->pdata[0], ==, "b");
  g_assert_cmpstr (clients->pdata[1], ==, "blue-otter");
  sittings = bearings_people_list_sittings_of (people, "blue-otter", &error);
  g_assert_cmpuint (sittings->len, ==, 1);
  g_assert_true (bearings_people_delete_client (people, "blue-otter", &error));
  g_assert_no_error (error);
  g_assert_null (bearings_people_get_sitting (people, sitting, &error));
  g_assert_false (folder_holds (fixture->folder, SECRET));
  g_assert_false (folder_holds (fixture->folder, "blue-otter"));
}

/* Not even a mistake in the program changes an entry. */
static void
test_append_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  g_autofree char *id = begin_sitting (people, NULL);
  g_autoptr (GError) error = NULL;

  append (people, id, BEARINGS_ENTRY_ANSWERED, "x");
  g_assert_false (bearings_database_run (bearings_people_get_database (people),
                                         "UPDATE entry SET body = x'00'", &error));
  g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_INVALID);
}

/* Entries that cannot be read are said to be so; the rest of the database stays usable. */
static void
test_unreadable_entry (Fixture *fixture, gconstpointer data)
{
  static const char *const spoilt[] = {
    "INSERT INTO entry SELECT rowkey, 2, 0, x'0102' FROM session",
    "INSERT INTO entry SELECT rowkey, 2, 0, x'' FROM session",
    "INSERT INTO entry SELECT rowkey, 2, 9, (SELECT body FROM entry) FROM session",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++) {
    g_autoptr (BearingsPeople) people = people_new (fixture->path);
    g_autofree char *id = begin_sitting (people, NULL);
    g_autoptr (GError) error = NULL;

    append (people, id, BEARINGS_ENTRY_ANSWERED, "x");
    bearings_database_run (bearings_people_get_database (people), spoilt[i], &error);
    g_assert_no_error (error);
    g_assert_null (bearings_people_read_log (people, id, &error));
    g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_CORRUPT);
    g_clear_error (&error);
    g_assert_true (bearings_people_erase_sitting (people, id, &error));
  }
}

/* Appends until it fails, which has to be for want of room. Returns how many were stored. */
static guint
fill (BearingsPeople *people, const char *id)
{
  g_autofree char *answer = g_strnfill (2000, 'z');

  for (guint n = 0; n < 10000; n++) {
    g_autoptr (GError) error = NULL;

    if (append_entry (people, id, BEARINGS_ENTRY_ANSWERED, answer, n, &error))
      continue;
    g_assert_error (error, BEARINGS_STORE_ERROR, BEARINGS_STORE_ERROR_FULL);
    return n;
  }
  g_assert_not_reached ();
}

static void
test_full_database (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BearingsPeople) people = people_new (fixture->path);
  BearingsDatabase *database = bearings_people_get_database (people);
  g_autofree char *id = begin_sitting (people, NULL);
  g_autoptr (GPtrArray) log = NULL;
  guint n;

  bearings_database_run (database, "PRAGMA max_page_count = 40", NULL);
  n = fill (people, id);
  g_assert_cmpuint (n, >, 5);
  log = read_log (people, id);
  g_assert_cmpuint (log->len, ==, n);
  /* With room again the sitting goes on. */
  bearings_database_run (database, "PRAGMA max_page_count = 1000000", NULL);
  append (people, id, BEARINGS_ENTRY_ANSWERED, "at last");
}

/* The system refuses to write: what was acknowledged is there, and nothing half. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  int pipes[2];
  pid_t child;
  guint acknowledged = 0;
  int status;

  {
    g_autoptr (BearingsPeople) people = people_new (fixture->path);
    id = begin_sitting (people, NULL);
  }
  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0) {
    const struct rlimit limit = { 150000, 150000 };
    g_autoptr (BearingsPeople) people = people_new (fixture->path);

    g_assert_true (bearings_people_take_over (people, id, NULL));
    signal (SIGXFSZ, SIG_IGN);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
    acknowledged = fill (people, id);
    g_assert_cmpint (write (pipes[1], &acknowledged, sizeof acknowledged), ==, sizeof acknowledged);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (read (pipes[0], &acknowledged, sizeof acknowledged), ==, sizeof acknowledged);
  close (pipes[0]);
  close (pipes[1]);
  g_assert_cmpuint (acknowledged, >, 5);
  {
    g_autoptr (BearingsPeople) people = people_new (fixture->path);
    g_autoptr (GPtrArray) log = read_log (people, id);
    g_assert_cmpuint (log->len, ==, acknowledged);
    g_assert_true (bearings_people_take_over (people, id, NULL));
    append (people, id, BEARINGS_ENTRY_ANSWERED, "at last");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/store/people/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  TEST ("log", test_log);
  TEST ("clock-set-back", test_clock_set_back);
  TEST ("unknown", test_unknown);
  TEST ("order-of-sessions", test_order_of_sittings);
  TEST ("two-windows", test_two_windows);
  TEST ("leaving", test_leaving);
  TEST ("leaving-what-stays", test_leaving_what_stays);
  TEST ("leaving-lets-go", test_leaving_lets_go);
  TEST ("begin-is-one-step", test_begin_is_one_step);
  TEST ("delete-leaves-nothing", test_delete_leaves_nothing);
  TEST ("deletion-covers-copies", test_deletion_covers_copies);
  TEST ("basis", test_basis);
  TEST ("clients", test_clients);
  TEST ("append-only", test_append_only);
  TEST ("unreadable-entry", test_unreadable_entry);
  TEST ("full-database", test_full_database);
  TEST ("full-disk", test_full_disk);
  return g_test_run ();
}
