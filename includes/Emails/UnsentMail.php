<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Clock\Timestamps;
use Counterfoil\Shared\Finding;
use DateTimeImmutable;

/** Mail that does not get out: given up after all tries, or refused for hours. */
final readonly class UnsentMail
{
    /** Where the agency reads the log and sends again. */
    private const LOG = 'admin.php?page=counterfoil#/settings/emails';

    /**
     * @param int $given_up tried as often as it is worth
     * @param int $failing refused for hours and still tried
     * @param string $reason why the newest of them could not be sent, in the mail server's words
     * @param DateTimeImmutable|null $since when the oldest of them was left
     */
    public function __construct(public int $given_up, public int $failing, public string $reason, public ?DateTimeImmutable $since)
    {
    }

    public function count(): int
    {
        return $this->given_up + $this->failing;
    }

    /** @return array{given_up: int, failing: int, reason: string, since: string|null} */
    public function to_wire(): array
    {
        return ['given_up' => $this->given_up, 'failing' => $this->failing, 'reason' => $this->reason, 'since' => $this->since === null ? null : Timestamps::to_wire($this->since)];
    }

    /** For Site Health. @param DateTimeImmutable|null $silent_since since when the mail server does not answer */
    public function finding(?DateTimeImmutable $silent_since): Finding
    {
        return $this->found($silent_since)
            ->reading(__('Emails being retried', 'counterfoil'), number_format_i18n($this->failing))
            ->reading(__('Emails not sent', 'counterfoil'), number_format_i18n($this->given_up));
    }

    private function found(?DateTimeImmutable $silent_since): Finding
    {
        if ($this->count() > 0) {
            return Finding::bad(
                /* translators: %d: number of emails */
                sprintf(_n('%d email to your clients couldn’t be sent', '%d emails to your clients couldn’t be sent', $this->count(), 'counterfoil'), $this->count()),
                implode(' ', array_filter([
                    /* translators: %s: why, in the mail server's words */
                    $this->reason === '' ? '' : sprintf(__('The last reason was: %s', 'counterfoil'), rtrim($this->reason, '.') . '.'),
                    /* translators: %d: number of emails */
                    $this->failing > 0 ? sprintf(_n('We keep retrying %d email.', 'We keep retrying %d emails.', $this->failing, 'counterfoil'), $this->failing) : '',
                    /* translators: %d: number of emails */
                    $this->given_up > 0 ? sprintf(_n('We stopped retrying %d email.', 'We stopped retrying %d emails.', $this->given_up, 'counterfoil'), $this->given_up) : '',
                    __('Check this site’s mail settings or contact your host, then resend the emails from the email log.', 'counterfoil'),
                ], static fn (string $part): bool => $part !== ''))
            )->done_at(admin_url(self::LOG), __('Open the email log', 'counterfoil'));
        }

        return $silent_since === null
            ? Finding::good(__('Emails are sent', 'counterfoil'), __('The mail server accepts emails.', 'counterfoil'))
            : Finding::bad(__('The mail server isn’t responding', 'counterfoil'), sprintf(
                /* translators: %s: date and time */
                __('The mail server hasn’t accepted emails since %s. Unsent emails are kept and retried. Check this site’s mail settings or contact your host.', 'counterfoil'),
                Finding::moment($silent_since->getTimestamp())
            ));
    }
}
