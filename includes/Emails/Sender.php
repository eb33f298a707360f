<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Languages;
use Throwable;

/**
 * Sends one mail. A process that dies between handing it over and noting it leaves one that is sent again when its
 * lease ends; losing it would be worse.
 */
final readonly class Sender
{
    /** @param Closure(): Business $business */
    public function __construct(
        private OutboxRepository $rows,
        private Mailer $mailer,
        private PortalRepository $portals,
        private Logo $logo,
        private Closure $business,
        private LetterRegistry $letters,
        private MailSettingsRepository $settings,
    ) {
    }

    /**
     * The queue's job. Nothing is done for a mail that is not to be sent any more.
     *
     * @param int $id of a row of the outbox
     * @throws MailNotSent when the mail server said no
     * @throws Throwable when it could not be written
     */
    public function send(int $id): void
    {
        $mail = $this->rows->queued($id);
        if ($mail === null) {
            return;
        }
        $subject = '';
        try {
            $writer = $this->letters->writer($mail->message);
            if ($writer instanceof CustomisableLetter && ! $this->settings->get()->is_on($mail->message)) {
                $this->rows->drop($id);

                return;
            }
            $known = $writer instanceof PreparedLetter ? $writer->prepare($mail) : $mail;
            if ($known === null) {
                $writer instanceof AskedByAnybody ? $this->rows->forget($id) : $this->rows->drop($id);

                return;
            }
            $this->write($writer, $known, $subject) ? $this->rows->sent($id, $subject) : $this->rows->drop($id);
        } catch (MailNotSent $error) {
            $this->rows->failed($id, $subject, $error->getMessage());
            throw $error;
        } catch (Throwable $error) {
            // Its words may be about anything; the owner reads that it was not the mail server.
            $this->rows->failed($id, $subject, self::not_written());
            throw $error;
        }
    }

    public static function not_written(): string
    {
        return __('The email couldn’t be created. See the site’s error log for details.', 'counterfoil');
    }

    /** @return bool false when there is nothing to say any more */
    private function write(LetterWriter $writer, QueuedMail $mail, string &$subject): bool
    {
        $business = ($this->business)();

        return Languages::in($mail->locale !== '' ? $mail->locale : $business->locale, function () use ($writer, $mail, $business, &$subject): bool {
            $letterhead = $this->letterhead($mail, $business);
            $letter = $writer->write($mail, $letterhead);
            if ($letter === null) {
                return false;
            }
            $letter = OwnWords::in($letter, $this->settings->get()->text($mail->message, $mail->locale !== '' ? $mail->locale : $business->locale), $mail, $letterhead);
            $letter = CopyLetter::of(LetterFilters::letter($letter, $mail, $letterhead), $mail);
            $subject = OneLine::of($letter->subject);
            $this->mailer->send($mail, $letter, $letterhead, LetterFilters::attachments($letter, $mail));

            return true;
        });
    }

    private function letterhead(QueuedMail $mail, Business $business): Letterhead
    {
        $portal = $mail->portal_id === null ? $this->portals->default() : $this->portals->get($mail->portal_id);

        // Amounts and days in the language the words are in, also where the reader's own is not installed.
        return Letterhead::of($business, $portal, $this->logo->mail_url($portal), determine_locale(), $this->settings->get());
    }
}
