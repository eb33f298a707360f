<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** Where other plugins change what is mailed. What they answer that is of another kind is left aside. */
final readonly class LetterFilters
{
    public static function letter(Letter $letter, QueuedMail $mail, Letterhead $letterhead): Letter
    {
        /**
         * Filters the content of an email, in the recipient's language. Use Letter::with_subject() or
         * Letter::with_paragraphs(), or return another letter. The content is plain text; the layout escapes it.
         *
         * @param Letter $letter
         * @param QueuedMail $mail the type of email, its recipient and its subject
         * @param Letterhead $letterhead the business that sends the email
         * @since 0.2.0
         */
        $changed = apply_filters('counterfoil_letter', $letter, $mail, $letterhead);

        return $changed instanceof Letter ? $changed : $letter;
    }

    /** @return list<Attachment> */
    public static function attachments(Letter $letter, QueuedMail $mail): array
    {
        /**
         * Filters the attachments of an email, for example to add terms of business to an invoice.
         *
         * @param list<Attachment> $attachments
         * @param QueuedMail $mail the type of email, its recipient and its subject
         * @since 0.2.0
         */
        $attachments = apply_filters('counterfoil_mail_attachments', $letter->attachments, $mail);

        return is_array($attachments) ? array_values(array_filter($attachments, static fn (mixed $one): bool => $one instanceof Attachment)) : [];
    }
}
