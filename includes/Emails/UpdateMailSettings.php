<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;

/** Changes how mails look, which of them go out, and what they say. */
final readonly class UpdateMailSettings
{
    public function __construct(private Changes $changes, private MailSettingsRepository $settings, private LetterRegistry $letters)
    {
    }

    /**
     * @param array<string, mixed> $body `emails.update` of the contract
     * @throws DomainError 400 naming what is wrong
     */
    public function handle(array $body, Actor $by): void
    {
        $kinds = $this->letters->kinds();
        [$off, $texts] = [[], []];
        foreach ($body['messages'] as $i => $message) {
            $kind = $kinds[$message['message']] ?? throw DomainError::invalid(__('Choose one of the available options.', 'counterfoil'), "/messages/{$i}/message");
            if ($kind->is_optional && ! $message['is_on']) {
                $off[] = $message['message'];
            }
            foreach ($message['texts'] as $j => $text) {
                $text = self::checked($text, $kind, "/messages/{$i}/texts/{$j}");
                if ($text['subject'] !== '' || $text['body'] !== '') {
                    $texts[$message['message']][$text['locale']] = ['subject' => $text['subject'], 'body' => $text['body']];
                }
            }
        }
        $reply_to = $body['reply_to'] === '' ? '' : Input::email($body['reply_to'], '/reply_to');
        $finance = ($body['finance_email'] ?? '') === '' ? '' : Input::email($body['finance_email'], '/finance_email');
        $settings = new MailSettings($body['is_branded'], Input::text($body['footer']), $reply_to, $off, $texts, $finance);
        $this->changes->run($by, function (Change $change) use ($settings): void {
            $this->settings->save($settings);
            $change->event('settings.emails_updated', [['settings', 0]], null);
            /**
             * Fires after the email settings change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_emails_updated');
        });
    }

    /**
     * @param array{locale: string, subject: string, body: string} $text
     * @return array{locale: string, subject: string, body: string}
     * @throws DomainError 400
     */
    private static function checked(array $text, LetterKind $kind, string $pointer): array
    {
        $text = ['locale' => $text['locale'], 'subject' => Input::line($text['subject']), 'body' => Input::text($text['body'])];
        foreach (['subject', 'body'] as $part) {
            OwnWords::check($text[$part], $kind->samples(''), "{$pointer}/{$part}");
        }

        return $text;
    }
}
