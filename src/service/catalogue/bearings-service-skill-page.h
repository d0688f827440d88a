/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill for a career, and what is known of it. */
#pragma once

#include "bearings-service.h"

G_BEGIN_DECLS

/* Evidence. */
BearingsSkillPage *bearings_service_skill_page_get (BearingsService *self,
                                                    BearingsRecordKind career_kind,
                                                    const char *career_id,
                                                    const char *skill_id,
                                                    GError **error);
void bearings_service_skill_page_get_async (BearingsService *self,
                                            BearingsRecordKind career_kind,
                                            const char *career_id,
                                            const char *skill_id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
BearingsSkillPage *bearings_service_skill_page_get_finish (BearingsService *self,
                                                           GAsyncResult *result,
                                                           GError **error);

G_END_DECLS
