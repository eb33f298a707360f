<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Counterfoil\Portals\Reader;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Subscriptions\Requests\RequestCancellation;
use Counterfoil\Subscriptions\Requests\RequestRepository;
use Counterfoil\Subscriptions\Requests\WithdrawRequest;
use Counterfoil\Subscriptions\Subscription;

/** Takes what the forms of a subscription's page post to it: they work without JavaScript. */
final readonly class TakeForm
{
    private const ACT = 'counterfoil_subscription';

    public function __construct(private RequestCancellation $request, private WithdrawRequest $withdraw, private RequestRepository $requests)
    {
    }

    public function handle(Reader $reader, Subscription $subscription): PostedRequest
    {
        $act = self::field(self::ACT);
        if (! in_array($act, ['request', 'withdraw'], true) || ! isset($_SERVER['REQUEST_METHOD']) || $_SERVER['REQUEST_METHOD'] !== 'POST') {
            return new PostedRequest();
        }
        $typed = ['was_request' => $act === 'request', 'when' => self::field('when') === 'day' ? 'day' : 'soon', 'last_day' => self::field('last_day'), 'reason' => self::field('reason')];
        try {
            if (wp_verify_nonce(self::field('_wpnonce'), self::nonce($subscription)) === false) {
                // Open over night: the page that is drawn now has a new one.
                throw DomainError::forbidden(__('This page was open for too long, so nothing was saved. Please try again.', 'counterfoil'));
            }

            return $act === 'request' ? $this->request($reader, $subscription, $typed) : $this->withdraw($reader, $subscription);
        } catch (DomainError $error) {
            return new PostedRequest(...$typed, refusal: $error);
        }
    }

    /** What a form of this subscription's page is signed for. */
    public static function nonce(Subscription $subscription): string
    {
        return "counterfoil_subscription_{$subscription->id}";
    }

    /** @param array{was_request: bool, when: string, last_day: string, reason: string} $typed */
    private function request(Reader $reader, Subscription $subscription, array $typed): PostedRequest
    {
        $last_day = $typed['when'] === 'day' ? $typed['last_day'] : null;
        if ($last_day !== null && ! self::is_day($last_day)) {
            throw DomainError::invalid(__('Choose today or a later day, or “As soon as possible”.', 'counterfoil'), '/wished_on');
        }
        $this->request->handle($subscription->id, $last_day === null ? null : Calendar::add_days($last_day, 1), Input::text($typed['reason']), $reader->viewer);

        return new PostedRequest(__('We’ve received your request and will email you our answer.', 'counterfoil'));
    }

    private function withdraw(Reader $reader, Subscription $subscription): PostedRequest
    {
        $open = $this->requests->latest_of([$subscription->id], $reader->viewer)[$subscription->id] ?? throw WithdrawRequest::over();
        $this->withdraw->handle($open->id, $reader->viewer);

        return new PostedRequest(__('Request withdrawn. Your subscription continues.', 'counterfoil'));
    }

    private static function is_day(string $text): bool
    {
        return preg_match('/^2\d{3}-\d{2}-\d{2}$/D', $text) === 1 && checkdate((int) substr($text, 5, 2), (int) substr($text, 8, 2), (int) substr($text, 0, 4));
    }

    /** Words as they were typed; what is no text is none. */
    private static function field(string $name): string
    {
        // The nonce is checked where something is done; nothing is taken out of the words: they are escaped where they are shown.
        $value = isset($_POST[$name]) && is_string($_POST[$name]) ? wp_unslash($_POST[$name]) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized

        return mb_check_encoding($value, 'UTF-8') ? (string) preg_replace('/(?![\n\r\t])\p{Cc}/u', '', $value) : '';
    }
}
