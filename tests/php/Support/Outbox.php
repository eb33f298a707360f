<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

/**
 * Takes every wp_mail() instead of a mail server.
 *
 * @phpstan-type SentMail array{to: list<string>, subject: string, message: string, headers: list<string>, attachments: array<array-key, string>}
 */
final class Outbox
{
    /** @var list<SentMail> */
    public array $mails = [];

    /** What wp_mail() answers: false is a mail server that does not work. */
    public bool $works = true;

    public function __construct()
    {
        add_filter('pre_wp_mail', $this->take(...), PHP_INT_MAX, 2);
    }

    /** @return list<SentMail> those to one address */
    public function to(string $address): array
    {
        return array_values(array_filter($this->mails, static fn (array $mail): bool => in_array($address, $mail['to'], true)));
    }

    /** @param array{to: string|list<string>, subject: string, message: string, headers: string|list<string>, attachments: string|array<array-key, string>} $mail */
    private function take(?bool $sent, array $mail): bool
    {
        if ($this->works) {
            $this->mails[] = [
                'to' => is_array($mail['to']) ? $mail['to'] : array_map('trim', explode(',', $mail['to'])),
                'subject' => $mail['subject'],
                'message' => $mail['message'],
                'headers' => is_array($mail['headers']) ? $mail['headers'] : array_values(array_filter(explode("\n", str_replace("\r\n", "\n", $mail['headers'])))),
                'attachments' => is_array($mail['attachments']) ? $mail['attachments'] : array_filter(explode("\n", $mail['attachments'])),
            ];
        }

        return $this->works;
    }
}
