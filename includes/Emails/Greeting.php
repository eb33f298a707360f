<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** The first line. */
final readonly class Greeting
{
    public static function of(QueuedMail $mail): string
    {
        $name = OneLine::of($mail->recipient_name);
        if ($name === '') {
            return __('Hello,', 'counterfoil');
        }

        /* translators: %s: name of the person or the company */
        return sprintf(__('Hello %s,', 'counterfoil'), $name);
    }

    /** The last line of mails that people may want to answer. */
    public static function questions(): string
    {
        return __('Questions? Just reply to this email.', 'counterfoil');
    }
}
