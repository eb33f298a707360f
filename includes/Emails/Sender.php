<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Languages;
use Throwable;

/**
 * Sends what is due. Several may run at once: each mail is claimed by one. A process that dies between
 * handing a mail over and noting it leaves one that is sent again when its lease ends; losing it would
 * be worse.
 */
final readonly class Sender
{
    /** Seconds to wait after each failed try; about two days in all, then it is given up and shown. */
    private const BACKOFF = [60, 300, 900, 3_600, 10_800, 28_800, 86_400];

    /**
     * @param Closure(): Business $business
     */
    public function __construct(
        private OutboxRepository $rows,
        private Database $database,
        private Mailer $mailer,
        private PortalRepository $portals,
        private Logo $logo,
        private Closure $business,
        private LetterRegistry $letters,
    ) {
    }

    /** @return int how many were sent */
    public function run(int $most = 50): int
    {
        $this->database->assert_no_transaction();
        $sent = 0;
        for ($tries = 0; $tries < $most; ++$tries) {
            $mail = $this->rows->claim();
            if ($mail === null) {
                break;
            }
            $sent += $this->send($mail) ? 1 : 0;
        }

        return $sent;
    }

    private function send(QueuedMail $mail): bool
    {
        $subject = '';
        try {
            $writer = $this->letters->writer($mail->message);
            $known = $writer instanceof PreparedLetter ? $writer->prepare($mail) : $mail;
            if ($known === null) {
                $writer instanceof AskedByAnybody ? $this->rows->forget($mail) : $this->rows->drop($mail);

                return false;
            }
            $business = ($this->business)();
            $locale = $known->locale !== '' ? $known->locale : $business->locale;
            $was_sent = Languages::in($locale, function () use ($writer, $known, $business, &$subject): bool {
                $letterhead = $this->letterhead($known, $business);
                $letter = $writer->write($known, $letterhead);
                if ($letter === null) {
                    return false;
                }
                $subject = OneLine::of($letter->subject);
                $this->mailer->send($known, $letter, $letterhead);

                return true;
            });
            if (! $was_sent) {
                // There is nothing to say any more.
                $this->rows->drop($mail);

                return false;
            }
            $this->rows->sent($mail, $subject);

            return true;
        } catch (MailNotSent $error) {
            $this->rows->failed($mail, $subject, $error->getMessage(), self::BACKOFF[$mail->attempts - 1] ?? null);
        } catch (Throwable $error) {
            // Its words may be about anything; the owner reads that it was not the mail server.
            error_log(sprintf('Counterfoil: mail %d: %s in %s:%d', $mail->id, $error->getMessage(), $error->getFile(), $error->getLine())); // phpcs:ignore Generic.PHP.ForbiddenFunctions.FoundWithAlternative, Generic.PHP.ForbiddenFunctions.Found -- the site's log
            $this->rows->failed($mail, $subject, __('The mail could not be written. The site’s error log says why.', 'counterfoil'), self::BACKOFF[$mail->attempts - 1] ?? null);
        }

        return false;
    }

    private function letterhead(QueuedMail $mail, Business $business): Letterhead
    {
        $portal = $mail->portal_id === null ? $this->portals->default() : $this->portals->get($mail->portal_id);

        // Amounts and days in the language the words are in, also where the reader's own is not installed.
        return new Letterhead($business, $portal, $this->logo->url($portal), determine_locale());
    }
}
