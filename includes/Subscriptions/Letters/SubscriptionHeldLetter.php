<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;

/** To the agency: more periods of a subscription are behind than are billed unasked. data: subscription_id, periods, client. */
final readonly class SubscriptionHeldLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        $periods = (int) $mail->text('periods');
        $news = sprintf(
            /* translators: 1: number of periods, 2: name of a client */
            _n('%1$d period of a subscription of %2$s hasn’t been billed yet.', '%1$d periods of a subscription of %2$s haven’t been billed yet.', $periods, 'counterfoil'),
            $periods,
            $mail->text('client')
        );

        return new Letter(
            /* translators: %s: name of a client */
            sprintf(__('A subscription of %s is waiting for you', 'counterfoil'), $mail->text('client')),
            $news,
            __('A subscription is waiting for you', 'counterfoil'),
            [
                $news,
                __('Nothing was billed or charged, because so many periods at once may surprise your client. Open the subscription and choose what to bill.', 'counterfoil'),
            ],
            [],
            new Button(__('Open subscription', 'counterfoil'), admin_url('admin.php?page=counterfoil#/subscriptions/' . (int) $mail->text('subscription_id')))
        );
    }
}
