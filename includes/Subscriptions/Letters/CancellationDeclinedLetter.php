<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Letters;

use Counterfoil\Emails\CustomisableLetter;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Greeting;
use Counterfoil\Emails\Letter;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\LetterKind;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Requests\RequestRepository;

/** To whoever asked to cancel: the agency said no, and why. data: request_id, subscription_id, subscription (its name). */
final readonly class CancellationDeclinedLetter implements CustomisableLetter
{
    public function __construct(private RequestRepository $requests, private SubscriptionPage $page)
    {
    }

    public function kind(): LetterKind
    {
        return new LetterKind(
            __('Cancellation declined', 'counterfoil'),
            __('Sent when you decline a client’s request to cancel a subscription.', 'counterfoil'),
            true,
            ['subscription' => __('Care plan', 'counterfoil'), 'answer' => __('The minimum term ends in six months.', 'counterfoil')]
        );
    }

    public function write(QueuedMail $mail, Letterhead $letterhead): ?Letter
    {
        $request = $this->requests->find($mail->number('request_id'), Viewer::system());
        if ($request === null) {
            return null;
        }
        $name = $mail->text('subscription');
        /* translators: %s: what is subscribed to */
        $news = sprintf(__('We received your request to cancel “%s”, but we can’t accept it. Your subscription continues.', 'counterfoil'), $name);

        return new Letter(
            __('About your cancellation request', 'counterfoil'),
            $news,
            __('Your subscription continues', 'counterfoil'),
            [Greeting::of($mail), $news, ...($request->answer === '' ? [] : [$request->answer])],
            [new Fact(__('Subscription', 'counterfoil'), $name)],
            $this->page->button($mail, $letterhead),
            [Greeting::questions()],
            [],
            ['subscription' => $name, 'answer' => $request->answer]
        );
    }
}
