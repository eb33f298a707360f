<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** Where other plugins change what is mailed. What they answer that is of another kind is left aside. */
final readonly class LetterFilters
{
    public static function letter(Letter $letter, QueuedMail $mail, Letterhead $letterhead): Letter
    {
        /**
         * Changes what one mail says, in the reader's language: Letter::with_subject(), Letter::with_paragraphs(), or
         * another letter altogether. It is plain text; the layout escapes it.
         *
         * @param Letter $letter
         * @param QueuedMail $mail which message it is, to whom, and what about
         * @param Letterhead $letterhead whose mail it is
         * @since 0.2.0
         */
        $changed = apply_filters('counterfoil_letter', $letter, $mail, $letterhead);

        return $changed instanceof Letter ? $changed : $letter;
    }

    /** @return list<Attachment> */
    public static function attachments(Letter $letter, QueuedMail $mail): array
    {
        /**
         * Changes the files that come with one mail, such as terms of business beside an invoice.
         *
         * @param list<Attachment> $attachments
         * @param QueuedMail $mail which message it is, to whom, and what about
         * @since 0.2.0
         */
        $attachments = apply_filters('counterfoil_mail_attachments', $letter->attachments, $mail);

        return is_array($attachments) ? array_values(array_filter($attachments, static fn (mixed $one): bool => $one instanceof Attachment)) : [];
    }
}
