<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;

/** To the agency: a client whose portal access was suspended has settled what was overdue. data: client, client_id. */
final readonly class ClientRestoredLetter implements LetterWriter
{
    public function write(QueuedMail $mail, Letterhead $letterhead): Letter
    {
        /* translators: %s: name of a client */
        $news = sprintf(__('The subscriptions of %s have no overdue invoices left. We’ve restored their portal access.', 'counterfoil'), $mail->text('client'));

        return new Letter(
            /* translators: %s: name of a client */
            sprintf(__('Portal access of %s is restored', 'counterfoil'), $mail->text('client')),
            $news,
            __('Portal access is restored', 'counterfoil'),
            [$news],
            [],
            new Button(__('Open client', 'counterfoil'), admin_url('admin.php?page=counterfoil#/clients/' . (int) $mail->text('client_id')))
        );
    }
}
