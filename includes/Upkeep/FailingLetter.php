<?php

declare(strict_types=1);

namespace Counterfoil\Upkeep;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Shared\Clock\Timestamps;

/** To the agency: tasks have kept failing for a day. data: since (moment of a row), failing (how many). The errors are on the status page: they may name clients. */
final readonly class FailingLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $since = $mail->text('since');
        if ($since === '') {
            return null;
        }
        $text = __('Some scheduled tasks have kept failing for more than a day, so an invoice, a payment or a PDF may be late. They are tried again every day, so nothing is lost once the cause is fixed.', 'counterfoil');

        return new Letter(
            __('Scheduled tasks keep failing', 'counterfoil'),
            $text,
            __('Scheduled tasks keep failing', 'counterfoil'),
            [
                $text,
                __('The status page shows the last error. Send it to your developer or host.', 'counterfoil'),
            ],
            [
                new Fact(__('Failing since', 'counterfoil'), $letterhead->moment(Timestamps::from_row($since))),
                new Fact(__('Tasks that keep failing', 'counterfoil'), number_format_i18n($mail->number('failing'))),
            ],
            new Button(__('Open status', 'counterfoil'), UpkeepModule::url())
        );
    }
}
