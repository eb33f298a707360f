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

/** To the agency: nothing has run for a day. data: since (moment of a row), waiting (how many tasks). */
final readonly class StandstillLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $since = $mail->text('since');
        if ($since === '') {
            return null;
        }
        $text = __('Your website hasn’t run its scheduled billing tasks for more than a day. Until they run again, renewals, payments, reminders and emails are late. None are lost.', 'counterfoil');

        return new Letter(
            __('Scheduled tasks have stopped', 'counterfoil'),
            $text,
            __('Scheduled tasks have stopped', 'counterfoil'),
            [
                $text,
                __('Ask your host to run wp-cron.php every minute. The status page shows what is waiting and what else you can do.', 'counterfoil'),
            ],
            [
                new Fact(__('Last run', 'counterfoil'), $letterhead->moment(Timestamps::from_row($since))),
                new Fact(__('Tasks waiting', 'counterfoil'), number_format_i18n($mail->number('waiting'))),
            ],
            new Button(__('Open status', 'counterfoil'), UpkeepModule::url())
        );
    }
}
