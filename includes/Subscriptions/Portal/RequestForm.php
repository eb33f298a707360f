<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Portal;

use Closure;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Calendar;
use Counterfoil\Subscriptions\Requests\RequestCancellation;
use Counterfoil\Subscriptions\Requests\RequestRepository;
use Counterfoil\Subscriptions\Subscription;

/** The form by which a client asks to cancel: empty, or again with what was typed and why it was not taken. */
final readonly class RequestForm
{
    /** @param Closure(): Calendar $calendar */
    public function __construct(private RequestRepository $requests, private PortalUrls $urls, private Closure $calendar)
    {
    }

    public function opened(Reader $reader, Subscription $subscription, PostedRequest $posted): OpenedScreen
    {
        return new OpenedScreen(
            __('Request cancellation', 'counterfoil'),
            DocumentLanguage::of_reader(fn (DocumentLanguage $language): string => Template::draw(__DIR__ . '/templates/request-cancellation.php', $this->view($reader, $subscription, $posted, $language))),
            $posted->status(),
            tab: SubscriptionsScreen::WORD
        );
    }

    private function view(Reader $reader, Subscription $subscription, PostedRequest $posted, DocumentLanguage $language): RequestView
    {
        $to = $this->urls->to($reader->portal, SubscriptionScreen::WORD, ['id' => $subscription->id]);
        $facts = [
            ['label' => __('Next renewal', 'counterfoil'), 'value' => SubscriptionRows::next($subscription, $language)],
            ['label' => __('Billed until', 'counterfoil'), 'value' => $subscription->billed_until === null ? '' : $language->day($subscription->billed_until)],
        ];

        $today = ($this->calendar)()->today();
        $earliest = $subscription->ends_earliest($today);
        $first = $earliest === null ? $today : max($today, Calendar::add_days($earliest, -1));
        if ($earliest !== null) {
            $facts[] = ['label' => __('Earliest last day', 'counterfoil'), 'value' => $language->day($first)];
        }

        return new RequestView(
            $subscription->name(),
            array_values(array_filter($facts, static fn (array $fact): bool => $fact['value'] !== '')),
            $to,
            $to,
            wp_create_nonce(TakeForm::nonce($subscription)),
            $first,
            RequestCancellation::LONGEST,
            $posted,
            $posted->refusal === null ? $this->closed($reader, $subscription) : '',
        );
    }

    private function closed(Reader $reader, Subscription $subscription): string
    {
        $waits = ($this->requests->latest_of([$subscription->id], $reader->viewer)[$subscription->id] ?? null)?->is_open() === true;

        return $waits ? __('You’ve already asked to cancel this subscription. We’ll email you our answer.', 'counterfoil') : (RequestCancellation::refusal($subscription)?->getMessage() ?? '');
    }
}
