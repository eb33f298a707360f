<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Settings;

final readonly class MailSettingsRepository
{
    private const SETTINGS = 'emails';

    public function __construct(private Settings $settings)
    {
    }

    public function get(): MailSettings
    {
        $stored = $this->settings->get(self::SETTINGS, get_object_vars(new MailSettings()));
        $texts = [];
        foreach ((array) $stored['texts'] as $message => $by_locale) {
            foreach ((array) $by_locale as $locale => $text) {
                $texts[(string) $message][(string) $locale] = ['subject' => (string) ($text['subject'] ?? ''), 'body' => (string) ($text['body'] ?? '')];
            }
        }

        return new MailSettings((bool) $stored['is_branded'], (string) $stored['footer'], (string) $stored['reply_to'], array_values(array_map(strval(...), (array) $stored['off'])), $texts, (string) $stored['finance_email']);
    }

    /** Part of the change that is under way. */
    public function save(MailSettings $settings): void
    {
        $this->settings->set(self::SETTINGS, get_object_vars($settings));
    }
}
