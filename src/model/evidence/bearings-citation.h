/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A source as other programs cite it: names, dates and notes taken apart. */
#pragma once

#include "bearings-claims.h"

G_BEGIN_DECLS

typedef enum {
  BEARINGS_CITE_CSL_JSON = 1,
  BEARINGS_CITE_BIBTEX,
  BEARINGS_CITE_RIS,
  BEARINGS_CITE_TEXT,
} BearingsCiteForm;
extern const BearingsEnumType bearings_cite_form_type;
/* "BibTeX". */
const char *bearings_cite_form_title (BearingsCiteForm form);
/* "bib". */
const char *bearings_cite_form_extension (BearingsCiteForm form);

/* A source with what it is cited for. */
typedef struct {
  BearingsSource *source;
  GPtrArray *notes; /* char *: claims of ours that rest on it */
} BearingsCitation;
BearingsCitation *bearings_citation_new (BearingsSource *source);
void bearings_citation_free (BearingsCitation *citation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BearingsCitation, bearings_citation_free)
/* Every note, with a state of the source that a reader must know first; NULL for none. */
char *bearings_citation_note (const BearingsCitation *citation);

/**
 * BearingsAuthorName:
 * @family: or %NULL for an institution
 * @given: or %NULL
 * @literal: the name of an institution, or a name with one part
 *
 * "Family, Given" is a person. A name without a comma, or with " of ", " and ", " for " or " the "
 * in it, is an institution: "Department of Labor, Training Administration".
 */
typedef struct {
  char *family, *given, *literal;
} BearingsAuthorName;
void bearings_author_name_init (BearingsAuthorName *name, const char *author);
void bearings_author_name_clear (BearingsAuthorName *name);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BearingsAuthorName, bearings_author_name_clear)

/* Year, month and day of "2022-08-31", "2022-08" or "2022"; parts that are not there are 0.
 * Returns how many there are. */
guint bearings_citation_date_parts (const char *date, int parts[3]);
/* A key without characters that any of the formats takes for its own. */
char *bearings_citation_key (const BearingsCitation *citation);

G_END_DECLS
