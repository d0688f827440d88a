/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list of a preview on a page of its own: the records, or the answers of pages. */
#pragma once

#include "bearings-diff.h"
#include "bearings-page.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_PREVIEW_RECORDS,
  BEARINGS_PREVIEW_ANSWERS,
} BearingsPreviewList;

/* What a list of records is narrowed to, in the order of the page's drop-down. */
typedef enum {
  BEARINGS_NARROW_NONE,
  BEARINGS_NARROW_ADDED,
  BEARINGS_NARROW_CHANGED, /* taken over ones, too */
  BEARINGS_NARROW_REMOVED,
  BEARINGS_NARROW_REGRADED,
  BEARINGS_NARROW_KEPT,
} BearingsNarrow;

#define BEARINGS_TYPE_PREVIEW_LIST_PAGE (bearings_preview_list_page_get_type ())
G_DECLARE_FINAL_TYPE (BearingsPreviewListPage,
                      bearings_preview_list_page,
                      BEARINGS,
                      PREVIEW_LIST_PAGE,
                      BearingsPage)

GtkWidget *bearings_preview_list_page_new (BearingsService *service,
                                           GFile *file,
                                           BearingsPreview *preview,
                                           BearingsPreviewList list,
                                           BearingsNarrow narrow);

G_END_DECLS
