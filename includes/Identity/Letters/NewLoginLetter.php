<?php

declare(strict_types=1);

namespace Counterfoil\Identity\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Clock\DayFormat;
use DateTimeImmutable;
use DateTimeZone;

/** Somebody logged in where nobody had as this person before. data: browser ("Firefox, Windows", may be empty). */
final readonly class NewLoginLetter implements CustomisableLetter
{
    public function __construct(private PortalUrls $urls)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('New login', 'counterfoil'),
            __('Sent when a contact logs in on a new device or browser.', 'counterfoil'),
            true,
            ['day' => (new DayFormat(determine_locale()))->day('2026-11-26'), 'time' => (new DayFormat(determine_locale()))->moment(new DateTimeImmutable('2026-11-26 13:05:00', new DateTimeZone('UTC')), new DateTimeZone('Europe/Berlin')), 'device' => 'Firefox, Windows']
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $day = $letterhead->day_of($mail->queued_at);
        $device = $mail->text('browser') !== '' ? $mail->text('browser') : __('Unknown device', 'counterfoil');

        return new Letter(
            /* translators: %s: name of the business */
            sprintf(__('New login to your account at %s', 'counterfoil'), $letterhead->name()),
            __('If this was you, you don’t need to do anything.', 'counterfoil'),
            __('New login to your account', 'counterfoil'),
            [
                Greeting::of($mail),
                /* translators: %s: name of the business */
                sprintf(__('Someone just logged in to your account at %s on a new device.', 'counterfoil'), $letterhead->name()),
                __('If this was you, you don’t need to do anything. If not, choose a new password now and let us know by replying to this email.', 'counterfoil'),
            ],
            [
                new Fact(__('Time', 'counterfoil'), $letterhead->moment($mail->queued_at)),
                new Fact(__('Device', 'counterfoil'), $device),
            ],
            new Button(__('It wasn’t me', 'counterfoil'), $this->urls->login($letterhead->portal, ['form' => 'forgotten'])),
            [],
            [],
            ['day' => $day, 'time' => $letterhead->moment($mail->queued_at), 'device' => $device]
        );
    }
}
