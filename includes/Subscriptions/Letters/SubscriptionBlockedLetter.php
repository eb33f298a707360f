<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;

/** To the agency: a subscription is due and its bill can't be issued. data: client, client_id, why. */
final readonly class SubscriptionBlockedLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        /* translators: %s: name of a client */
        $news = sprintf(__('A subscription of %s is due, but its invoice can’t be issued.', 'counterfoil'), $mail->text('client'));

        return new Letter(
            /* translators: %s: name of a client */
            sprintf(__('The subscription of %s can’t be billed', 'counterfoil'), $mail->text('client')),
            $news,
            __('A subscription can’t be billed', 'counterfoil'),
            [$news, __('Correct this, and the invoice is issued within the hour.', 'counterfoil')],
            [new Fact(__('Reason', 'counterfoil'), $mail->text('why'))],
            new Button(__('Open client', 'counterfoil'), admin_url('admin.php?page=counterfoil#/clients/' . (int) $mail->text('client_id')))
        );
    }
}
