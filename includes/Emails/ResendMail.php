<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Viewer;

/** Sends a mail of the log once more: one that failed, or one about an invoice that got lost. */
final readonly class ResendMail
{
    public function __construct(private Changes $changes, private OutboxRepository $rows, private LetterRegistry $letters, private Clock $clock)
    {
    }

    /** @throws DomainError 404, or 409 when it is on its way, or not to be sent twice */
    public function handle(int $id, Viewer $viewer): void
    {
        $this->changes->run($viewer->actor, function (Change $change) use ($id, $viewer): void {
            $mail = $this->rows->find($id, $viewer) ?? throw DomainError::not_found();
            if ($this->rows->try_again($id)) {
                $change->job(Outbox::JOB, $id);
            } else {
                $this->check($mail);
                $change->mail(new Mail(
                    $mail->message,
                    // A second click in the same second is the same wish.
                    "again:{$id}:" . $this->clock->now()->format('YmdHis'),
                    $mail->recipient,
                    $mail->recipient_name,
                    $mail->locale,
                    $mail->client_id,
                    $mail->portal_id,
                    $mail->invoice_id,
                    $mail->data
                ));
            }
            $change->event('email.resent', $mail->invoice_id === null ? [['email', $id]] : [['invoice', $mail->invoice_id]], $mail->client_id, ['recipient' => $mail->recipient]);
        });
    }

    /** @throws DomainError 409 */
    private function check(QueuedMail $mail): void
    {
        if ($this->rows->queued($mail->id) !== null) {
            throw DomainError::conflict('under_way', __('This email is still being sent. Wait a moment, then check again.', 'counterfoil'));
        }
        $writer = $this->letters->writer($mail->message);
        if (! $writer instanceof CustomisableLetter || $writer instanceof PreparedLetter) {
            throw DomainError::conflict('not_again', __('This email contains a private link and can’t be resent from here. Send a new invitation or link instead.', 'counterfoil'));
        }
    }
}
