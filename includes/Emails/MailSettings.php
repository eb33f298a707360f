<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

/** How the agency wants its mails. */
final readonly class MailSettings
{
    /**
     * @param bool $is_branded with logo and colour
     * @param string $footer below every mail; may be empty
     * @param string $reply_to where answers go; empty for the business's own address
     * @param list<string> $off messages that are not sent
     * @param array<string, array<string, array{subject: string, body: string}>> $texts by message and locale; what is empty is as we write it
     * @param string $finance_email the agency's own, gets a copy of what clients get about money; may be empty
     */
    public function __construct(
        public bool $is_branded = true,
        public string $footer = '',
        public string $reply_to = '',
        public array $off = [],
        public array $texts = [],
        public string $finance_email = '',
    ) {
    }

    public function is_on(string $message): bool
    {
        return ! in_array($message, $this->off, true);
    }

    /**
     * The agency's own words for a reader: in their language, or that of another country.
     *
     * @return array{subject: string, body: string}
     */
    public function text(string $message, string $locale): array
    {
        $texts = $this->texts[$message] ?? [];
        $related = array_filter(array_keys($texts), static fn (string $other): bool => strtok($other, '_') === strtok($locale, '_'));

        return $texts[$locale] ?? $texts[array_values($related)[0] ?? ''] ?? ['subject' => '', 'body' => ''];
    }
}
