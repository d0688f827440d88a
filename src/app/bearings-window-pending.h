#pragma once
#ifdef HAVE_EVIDENCE
#include "bearings-claim-page-view.h"
#else
static GtkWidget *
bearings_claim_page_view_new (BearingsService *s, const char *i)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_EVIDENCE
#include "bearings-library-page.h"
#else
static GtkWidget *
bearings_library_page_new (BearingsService *s)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_EVIDENCE
#include "bearings-register-entry-page.h"
#else
static GtkWidget *
bearings_register_entry_page_new (BearingsService *s, const char *i)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_EVIDENCE
#include "bearings-register-list-page.h"
#else
static GtkWidget *
bearings_register_list_page_new (BearingsService *s)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_EVIDENCE
#include "bearings-skill-page-view.h"
#else
static GtkWidget *
bearings_skill_page_view_new (BearingsService *s,
                              BearingsRecordKind k,
                              const char *i,
                              const char *j)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_ASSESSMENT
#include "bearings-assess-page.h"
#else
static GtkWidget *
bearings_assess_page_new (BearingsService *s)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_ASSESSMENT
#include "bearings-purpose-page.h"
#else
static GtkWidget *
bearings_purpose_page_new (BearingsService *s, const char *i)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_ASSESSMENT
#include "bearings-sitting-page.h"
#else
static GtkWidget *
bearings_sitting_page_new (BearingsService *s, const char *i)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_RESULT
#include "bearings-results-page.h"
#else
static GtkWidget *
bearings_results_page_new (BearingsService *s)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_RESULT
#include "bearings-result-page.h"
#else
static GtkWidget *
bearings_result_page_new (BearingsService *s, const char *i)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
#ifdef HAVE_DATA
#include "bearings-data-page.h"
#else
static GtkWidget *
bearings_data_page_new (BearingsService *s)
{
  return GTK_WIDGET (adw_navigation_page_new (gtk_label_new (""), "x"));
}
#endif
