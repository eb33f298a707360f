<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Languages;
use Counterfoil\Shared\Viewer;

/**
 * What a mail will look like with words that are not saved yet: the last real one of its kind, or samples where there was
 * none.
 */
final readonly class TryLetter
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): Mailer $mailer
     */
    public function __construct(
        private LetterRegistry $letters,
        private OutboxRepository $rows,
        private PortalRepository $portals,
        private Logo $logo,
        private Closure $business,
        private Closure $mailer,
        private Clock $clock,
    ) {
    }

    /**
     * @param array<string, mixed> $body `emails.preview` of the contract
     * @return array{subject: string, html: string}
     * @throws DomainError 400
     */
    public function preview(array $body, Viewer $viewer): array
    {
        return $this->in_language($body, $viewer, '', static function (Letter $letter, Letterhead $letterhead): array {
            return ['subject' => $letter->subject, 'html' => (new HtmlLetter())->render($letter, $letterhead)];
        });
    }

    /**
     * @param array<string, mixed> $body
     * @return string the address it went to
     * @throws DomainError 400, or 502 when the mail server refused it
     */
    public function send(array $body, Viewer $viewer, string $to): string
    {
        $this->in_language($body, $viewer, $to, function (Letter $letter, Letterhead $letterhead, QueuedMail $mail): void {
            try {
                ($this->mailer)()->send($mail, $letter, $letterhead, []);
            } catch (MailNotSent $error) {
                /* translators: %s: what the mail server said */
                throw DomainError::upstream(sprintf(__('The test email couldn’t be sent: %s', 'counterfoil'), $error->getMessage()));
            }
        });

        return $to;
    }

    /**
     * @template T
     * @param array<string, mixed> $body
     * @param Closure(Letter, Letterhead, QueuedMail): T $do
     * @return T
     */
    private function in_language(array $body, Viewer $viewer, string $to, Closure $do): mixed
    {
        $business = ($this->business)();
        $locale = $body['locale'];

        return Languages::in($locale, function () use ($body, $viewer, $to, $do, $business, $locale): mixed {
            $kind = $this->letters->kinds()[$body['message']] ?? throw DomainError::invalid(__('Choose one of the available options.', 'counterfoil'), '/message');
            $portal = $this->portals->default();
            $settings = new MailSettings($body['is_branded'], Input::text($body['footer']), $body['reply_to']);
            $letterhead = Letterhead::of($business, $portal, $this->logo->mail_url($portal), determine_locale(), $settings);
            $samples = $kind->samples($letterhead->name());
            $last = $this->rows->latest($body['message'], $viewer);
            $mail = $last ?? new QueuedMail(0, $body['message'], $to, $samples['name'], $locale, null, $portal->id, null, [], $this->clock->now());
            $text = ['subject' => Input::line($body['subject']), 'body' => Input::text($body['body'])];
            foreach ($text as $part => $typed) {
                OwnWords::check($typed, $samples, "/{$part}");
            }
            $letter = $this->real($last ?? $mail, $last !== null, $letterhead) ?? self::sample($kind, $mail);

            return $do(OwnWords::in($letter, $text, $mail, $letterhead), $letterhead, $mail->addressed($to));
        });
    }

    /** One that lets its reader in is shown with a link that lets nobody in; of others there has to be one that was left. */
    private function real(QueuedMail $mail, bool $was_left, Letterhead $letterhead): ?Letter
    {
        $writer = $this->letters->writer($mail->message);

        return match (true) {
            $writer instanceof PreparedLetter => $writer->write($mail->with_link(home_url('/')), $letterhead),
            $was_left => $writer->write($mail, $letterhead),
            default => null,
        };
    }

    private static function sample(LetterKind $kind, QueuedMail $mail): Letter
    {
        return new Letter(
            $kind->label,
            '',
            $kind->label,
            [Greeting::of($mail), $kind->when],
            array_values(array_map(static fn (string $name, string $value): Fact => new Fact("{{$name}}", $value), array_keys($kind->placeholders), $kind->placeholders)),
            null,
            [Greeting::questions()],
            [],
            $kind->placeholders
        );
    }
}
