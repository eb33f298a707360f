<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Accountant\Letters;

use Closure;
use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Reports\Accountant\Export;
use Counterfoil\Reports\Accountant\ExportRepository;
use Counterfoil\Reports\Accountant\ExportState;

/**
 * To the accountant: the month's documents. data: export_id. A small archive comes with it, since an accountant need not
 * have an account here; a large one, which mailboxes refuse, is downloaded after a log-in.
 */
final readonly class AccountantLetter implements LetterWriter
{
    /** Bytes. Written as text in the mail they are a third more; most mailboxes take 25 MB. */
    private const MOST_ATTACHED = 10 * 1024 * 1024;

    /** @param Closure(): string $screen address of the screen on which it can be downloaded */
    public function __construct(private ExportRepository $exports, private Closure $screen)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $export = $this->exports->find($mail->number('export_id'));
        if ($export === null || $export->state !== ExportState::Ready) {
            return null;
        }
        $is_small = $export->size <= self::MOST_ATTACHED;
        $period = [$letterhead->day($export->from), $letterhead->day($export->to)];
        /* translators: 1: first day, 2: last day */
        $subject = sprintf(__('Documents for %1$s to %2$s', 'counterfoil'), ...$period);

        return new Letter(
            $subject,
            __('Invoices, credit notes, receipts and tables as one ZIP file.', 'counterfoil'),
            $subject,
            [
                __('The ZIP file has the PDFs of all invoices, credit notes, receipts and refunds of this period, and tables with documents, payments and tax by rate.', 'counterfoil'),
                $is_small
                    ? __('It’s attached to this email.', 'counterfoil')
                    /* translators: %d: number of days */
                    : sprintf(_n('It’s too large for an email. Log in to download it within %d day.', 'It’s too large for an email. Log in to download it within %d days.', Export::KEPT_DAYS, 'counterfoil'), Export::KEPT_DAYS),
            ],
            [],
            $is_small ? null : new Button(__('Download the file', 'counterfoil'), ($this->screen)()),
            [],
            $is_small ? [new Attachment(implode('', iterator_to_array($this->exports->pieces($export->id, 0, $export->pieces), false)), $export->filename())] : [],
        );
    }
}
