/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One short text for each place: what it is for, what one does there, which keys help. */
#include "ys-help-window.h"

#include <glib/gi18n-lib.h>

#include "ys-places.h"
#include "ys-text-window.h"

/* Places with something to put on paper. */
#define PRINTING \
  (1u << YS_PLACE_DESK | 1u << YS_PLACE_NEGATIVE | 1u << YS_PLACE_CHECK | 1u << YS_PLACE_RECEIPT | 1u << YS_PLACE_RANKING)

static const char *const first_help
  = N_ ("A workspace is a folder that holds everything of one unit in one round: the form, the evidence, the packages "
        "sent and received.\n\n"
        "New Workspace asks four things, each with a default.\n"
        "Open a Received Package shows what came from another office and whether it is whole, before anything is "
        "changed.\n"
        "Try the Sample opens fictional data to practise with.");

static const char *const help[YS_N_PLACES] = {
  [YS_PLACE_DESK] = N_ ("The desk shows what matters now: how many days are left, what must be put right before the "
                        "form can be handed in, what is overdue, what lacks evidence, what was returned and why.\n\n"
                        "Every line and every figure leads to what it is made of. Alt+Left comes back to the same "
                        "place.\n\n"
                        "The big button goes on with the task where you stopped."),
  [YS_PLACE_FILL] = N_ ("Left the tasks, in the middle the form of one task, right the PDF.\n\n"
                        "Whatever you type is saved by itself. Text that can't be read as a value is kept, and a line "
                        "below it says what is expected; it does not count until it is put right.\n\n"
                        "Ctrl+PageUp and Ctrl+PageDown change the task, F9 shows or hides the PDF, Ctrl+E cites what "
                        "is selected, Ctrl+Z takes the last change back.\n\n"
                        "Open a line under Score to see the rule, what was filled in, the evidence and the score."),
  [YS_PLACE_EVIDENCE] = N_ ("All PDFs of this workspace: where each is cited, which are not used, and what they say.\n\n"
                            "Drop PDFs here or paste them. Each file is kept once, however often it is cited."),
  [YS_PLACE_NEGATIVE] = N_ ("Above the figures that must reach a threshold, below what happened and counts against the "
                            "unit.\n\n"
                            "What a county declares is suspected until the city has decided; it deducts nothing until "
                            "then. One thing that happened deducts once, at its largest item."),
  [YS_PLACE_CHECK] = N_ ("Left everything that forbids handing in, costs points or is worth a look; each line leads to "
                         "where it is put right.\n\n"
                         "Right the steps from filling in to acceptance. The button says what the state allows, and "
                         "why not where it doesn't."),
  [YS_PLACE_REGISTER] = N_ ("Every package in and out: what it is, when it went or came, its check number, and what "
                            "answered it."),
  [YS_PLACE_JOURNAL] = N_ ("Who did what and when. Lines are only ever added; each one seals the one before it, so a "
                           "line that was altered or taken out is found by Verify.\n\n"
                           "Type a word, a name or a task to see only those lines."),
  [YS_PLACE_PEOPLE] = N_ ("Who works with this workspace and what they may do: a clerk fills in the form, an approver "
                          "approves it and hands it in. One person may hold both roles.\n\n"
                          "Who is working now is switched at the top right."),
  [YS_PLACE_RECEIPT] = N_ ("What came from another office, before anything is imported: whether it is whole, from whom "
                           "it says it comes, whether it is in order, and what importing would change.\n\n"
                           "Looking changes nothing."),
  [YS_PLACE_DOSSIER_RECEIPT] = N_ ("A dossier is a folder of packages: one of them, made by the sender, names all the others. Here "
                           "stands whether each is there and whole, from whom it comes, and how its counties are placed.\n\n"
                           "Looking changes nothing. Importing takes all of them in, as they came, or none."),
  [YS_PLACE_EXAMINE] = N_ ("Left the tasks and deductions of a city's counties, in the middle what the county recorded and the "
                           "city decided, right your opinion.\n\n"
                           "In the queue 1 agrees, 2 queries, 3 disagrees; Enter goes to the opinion, Esc comes back. "
                           "Ctrl+Enter notes it and goes on to the next. A query or disagreement needs a reason, for the city "
                           "answers to it.\n\n"
                           "An opinion changes no score. What was sent stays as it is; a later opinion begins a new round."),
  [YS_PLACE_OPINIONS] = N_ ("All opinions with the answers that came back, each thread with its rounds.\n\n"
                            "Choosing one shows it at the right; from there one goes on to the record it is about."),
  [YS_PLACE_ASSESS] = N_ ("Rows are tasks, columns counties. A strong figure is decided; a faint one is what the standard "
                          "computes from the self-check, still open.\n\n"
                          "Arrows move, Enter goes to the record and the scores beside, Esc comes back. Typing a figure "
                          "begins a change, and a reason is asked for wherever it differs from the computed one.\n\n"
                          "What others scored is seen once all who are assigned have scored."),
  [YS_PLACE_RANKING] = N_ ("The counties in order of merit, each with a bar that shows how its total comes about. Opening a "
                           "row tells what it got less of and more of than the one above; the two sums make the gap.\n\n"
                           "A county gets its place when its review is done. By the computed or the self score all are "
                           "ranked, for comparison only."),
};

void
ys_help_window_present (GtkWindow *parent, int place)
{
  const YsPlaceRow *row = place >= 0 ? ys_places_get (place) : NULL;
  GtkWindow *window = ys_text_window_new (parent, _("Help"), 520, 460);

  ys_text_window_add (window, row != NULL ? _ (row->title) : _("Beginning"), "h1");
  ys_text_window_add (window, row != NULL && place >= 0 ? _ (help[place]) : _ (first_help), NULL);
  if (place >= 0 && (PRINTING & 1u << place) != 0)
    ys_text_window_add (window,
                        _("The printer sign prints or exports what belongs to this place, as PDF or for Excel; Ctrl+P "
                          "prints the first of it."),
                        NULL);
  ys_text_window_add (window, _("Ctrl+K finds any task, word or command. Ctrl+? shows all keys."), "quiet");
  gtk_window_present (window);
}
