/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes that sittings are kept under, and who is at the desk. */

#include "bearings-service-clients.h"
#include "bearings-service-sittings.h"
#include "service-fixture.h"

static char *
begin (BearingsService *service, const char *client)
{
  g_autoptr (GError) error = NULL;
  char *sitting = bearings_service_sittings_begin (service,
                                                   &(BearingsSittingOrder) {
                                                     .instrument = "mini",
                                                     .length = BEARINGS_LENGTH_SHORT,
                                                     .client = client,
                                                   },
                                                   &error);

  g_assert_no_error (error);
  return sitting;
}

static guint
n_of (BearingsService *service, const char *client)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sittings =
    bearings_service_clients_list_sittings_of (service, client, &error);

  g_assert_no_error (error);
  return sittings->len;
}

typedef struct {
  guint n_told, n_left;
} Told;

static void
on_client (Told *told)
{
  told->n_told++;
}

static void
on_visit (Told *told)
{
  told->n_left++;
}

/* Whether what is on a screen may stay there. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  Told told = { 0 };
  gulong handlers[] = {
    g_signal_connect_swapped (fixture->service, "notify::client", G_CALLBACK (on_client), &told),
    g_signal_connect_swapped (fixture->service, "notify::visit", G_CALLBACK (on_visit), &told),
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (bearings_service_clients_create (fixture->service, "otter", &error));
  g_assert_true (bearings_service_clients_create (fixture->service, "beaver", &error));
  g_assert_cmpuint (told.n_told + told.n_left, ==, 0);
  /* A guest who takes a code, and a code that becomes another, are the same person. */
  bearings_service_clients_set (fixture->service, "otter", &error);
  bearings_service_clients_set (fixture->service, "OTTER", &error);
  bearings_service_clients_rename (fixture->service, "otter", "seal", &error);
  g_assert_cmpuint (told.n_told, ==, 2);
  g_assert_cmpuint (told.n_left, ==, 0);
  bearings_service_clients_set (fixture->service, "beaver", &error);
  bearings_service_clients_rename (fixture->service, "seal", "walrus",
                                   &error); /* not at the desk */
  g_assert_cmpuint (told.n_left, ==, 1);
  bearings_service_clients_set (fixture->service, NULL, &error);
  g_assert_cmpuint (told.n_left, ==, 2);
  bearings_service_clients_set (fixture->service, "beaver", &error);
  bearings_service_clients_delete (fixture->service, "beaver", &error);
  g_assert_cmpuint (told.n_left, ==, 3);
  bearings_service_sittings_end_guest (fixture->service, &error);
  g_assert_cmpuint (told.n_left, ==, 4);
  g_assert_cmpuint (told.n_told - told.n_left, ==, 3);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_handler_disconnect (fixture->service, handlers[i]);
}

/* What is read is nobody else's: it stays what it was. */
static void
assert_client (BearingsService *service, const char *expected)
{
  g_autofree char *client = bearings_service_desk_dup_client (service);
  g_autofree char *property = NULL;

  g_object_get (service, "client", &property, NULL);
  g_assert_cmpstr (client, ==, expected);
  g_assert_cmpstr (property, ==, expected);
}

static void
test_desk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_client (fixture->service, NULL);
  g_assert_false (bearings_service_clients_set (fixture->service, "otter", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bearings_service_clients_create (fixture->service, "a name", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (bearings_service_clients_create (fixture->service, "otter", &error));
  g_assert_false (bearings_service_clients_create (fixture->service, "OTTER", &error));
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (bearings_service_clients_set (fixture->service, " Otter", &error));
  assert_client (fixture->service, "OTTER");
  g_assert_true (bearings_service_clients_rename (fixture->service, "otter", "beaver", &error));
  assert_client (fixture->service, "BEAVER");
  g_assert_true (bearings_service_clients_set (fixture->service, NULL, &error));
  assert_client (fixture->service, NULL);
  g_assert_no_error (error);
}

static void
test_sittings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *guest = begin (fixture->service, NULL);
  g_autofree char *own = NULL;

  g_assert_true (bearings_service_clients_create (fixture->service, "otter", &error));
  g_assert_true (bearings_service_clients_set (fixture->service, "otter", &error));
  own = begin (fixture->service, "OTTER");
  g_assert_cmpuint (n_of (fixture->service, NULL), ==, 1);
  g_assert_cmpuint (n_of (fixture->service, "OTTER"), ==, 1);
  g_assert_cmpint (
    bearings_service_clients_take_guest_sittings (fixture->service, "beaver", &error), ==, -1);
  g_assert_error (error, BEARINGS_SERVICE_ERROR, BEARINGS_SERVICE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (bearings_service_clients_take_guest_sittings (fixture->service, "otter", &error),
                   ==, 1);
  g_assert_cmpint (bearings_service_clients_take_guest_sittings (fixture->service, "otter", &error),
                   ==, 0);
  g_assert_cmpuint (n_of (fixture->service, "OTTER"), ==, 2);

  /* The end of a guest's sitting is none of a client's. */
  g_assert_true (bearings_service_sittings_end_guest (fixture->service, &error));
  g_assert_cmpuint (n_of (fixture->service, "OTTER"), ==, 2);
  g_assert_true (bearings_service_clients_delete (fixture->service, "otter", &error));
  assert_client (fixture->service, NULL);
  g_assert_cmpuint (n_of (fixture->service, "OTTER"), ==, 0);
  g_assert_cmpuint (n_of (fixture->service, NULL), ==, 0);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/service/clients/desk", test_desk);
  FIXTURE_ADD ("/service/clients/told", test_told);
  FIXTURE_ADD ("/service/clients/sittings", test_sittings);
  return g_test_run ();
}
