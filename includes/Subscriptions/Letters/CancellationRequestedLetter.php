<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\Button;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterWriter;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\RequestRepository;

/** To the agency: a client wants to cancel. data: request_id, subscription_id, subscription (its name), billed_until ("2026-03-31" or ""), client, contact (names). */
final readonly class CancellationRequestedLetter implements LetterWriter
{
    public function __construct(private RequestRepository $requests)
    {
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $request = $this->requests->find($mail->number('request_id'), Viewer::system());
        if ($request === null) {
            return null;
        }
        $news = sprintf(
            /* translators: 1: name of a person, 2: name of a client, 3: what is subscribed to */
            __('%1$s of %2$s asks you to cancel the subscription “%3$s”.', 'counterfoil'),
            $mail->text('contact'),
            $mail->text('client'),
            $mail->text('subscription')
        );

        return new Letter(
            /* translators: %s: name of a client */
            sprintf(__('%s wants to cancel a subscription', 'counterfoil'), $mail->text('client')),
            $news,
            __('Cancellation request', 'counterfoil'),
            [
                $news,
                /* translators: %s: why a client wants to cancel, in their own words */
                ...($request->reason === '' ? [] : [sprintf(__('Reason: %s', 'counterfoil'), $request->reason)]),
                __('The subscription continues until you accept the request. Your client gets an email with your answer.', 'counterfoil'),
            ],
            [
                new Fact(__('Requested last day', 'counterfoil'), $request->wished_on === null ? __('As soon as possible', 'counterfoil') : $letterhead->day(Calendar::add_days($request->wished_on, -1))),
                ...($mail->text('billed_until') === '' ? [] : [new Fact(__('Billed until', 'counterfoil'), $letterhead->day($mail->text('billed_until')))]),
            ],
            new Button(__('Answer request', 'counterfoil'), admin_url('admin.php?page=counterfoil#/subscriptions/' . $mail->number('subscription_id')))
        );
    }
}
