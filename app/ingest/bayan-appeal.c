/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bayan-appeal.h"

#include <string.h>

/* In the search key. One of the strong ones is enough; a statement may have a weak one. */
static const char *const STRONG[] = {
  "اشترك الان",
  "اشترك في",
  "اشتركوا في",
  "نشرتنا",
  "النشره البريديه",
  "بريدك الالكتروني",
  "سجل الان",
  "سجل دخولك",
  "تسجيل الدخول",
  "انشي حسابا",
  "حمل تطبيق",
  "حمل التطبيق",
  "عبر التطبيق",
  "حملوا تطبيق",
  "تابعنا علي",
  "تابعونا علي",
  "شارك المقال",
  "شارك الخبر",
  "هل اعجبك",
  "كن اول من",
  "ما رايك",
  "شاركنا رايك",
  "اضغط هنا",
  "انقر هنا",
  "تشغيل الفيديو",
  "تحميل الفيديو",
  "متصفحك",
  "في هذا المتصفح",
  "انضموا الي",
  "في بريدك",
  "سجلني",
  "زر التسجيل",
  "فانك توافق",
  "تحديث تلقاييا",
  "auto refresh",
  "in this browser",
  "dans le navigateur",
  "app store",
  "google play",
  "your inbox",
  "your email",
  "your e mail",
  "your browser",
  "already a subscriber",
  "free articles",
  "gift this article",
  "download our app",
  "download the app",
  "get the app",
  "subscribe now",
  "subscribe here",
  "subscribe to our",
  "sign up for",
  "sign up now",
  "create an account",
  "follow us",
  "click here",
  "article continues below",
  "votre e mail",
  "votre adresse e mail",
  "votre boite",
  "je m inscris",
  "je m abonne",
  "abonnez vous",
  "inscrivez vous",
  "deja abonne",
  "suivez nous",
  "cliquez ici",
  "وقع العريضه",
  "وقعوا العريضه",
  "وقع علي العريضه",
  "sign the petition",
  "sign our petition",
  "signez la petition",
  "je signe",
};

static const char *const WEAK[] = {
  "اشترك",   "اشتراكك",   "التطبيق",    "البريد الالكتروني", "النشره",    "رسالتنا",     "تصفح",  "تثبيت",
  "sign up", "sign in",   "log in",     "newsletter",        "subscribe", "subscriber",  "inbox", "download",
  "app",     "s abonner", "newsletter", "recevez",           "abonne",    "inscription", "votre",
};

static gboolean
begins_word (const char *words, const char *at)
{
  return at == words || at[-1] == ' ';
}

/**
 * bayan_words_have_phrase:
 * @words: the words of a line in the search key
 *
 * Returns: whether @phrase is in @words on its own, with or without "and" before it
 */
gboolean
bayan_words_have_phrase (const char *words, const char *phrase)
{
  const gsize and_bytes = strlen ("و");
  gsize length = strlen (phrase);

  for (const char *at = words; (at = strstr (at, phrase)) != NULL; at++)
    {
      gboolean behind_and = (gsize) (at - words) >= and_bytes && memcmp (at - and_bytes, "و", and_bytes) == 0;

      if ((at[length] == ' ' || at[length] == '\0')
          && (begins_word (words, at) || (behind_and && begins_word (words, at - and_bytes))))
        return TRUE;
    }
  return FALSE;
}

/**
 * bayan_appeal_count:
 * @words: those of a box of a page, in the search key
 *
 * Returns: how much it speaks to the reader of the page: 2 and more is certain, 1 is a hint
 */
guint
bayan_appeal_count (const char *words)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (STRONG); i++)
    count += bayan_words_have_phrase (words, STRONG[i]) ? 2 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (WEAK) && count < 2; i++)
    count += bayan_words_have_phrase (words, WEAK[i]) ? 1 : 0;
  return count;
}
