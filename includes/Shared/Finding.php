<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/** What a look at one thing found, for WordPress' Site Health. */
final readonly class Finding
{
    private function __construct(public string $status, public string $label, public string $text, private string $action = '', private string $url = '')
    {
    }

    /** @param string $label a short sentence, in the reader's language, as all of them */
    public static function good(string $label, string $text): self
    {
        return new self('good', $label, $text);
    }

    /** Something should be done about it. */
    public static function improvable(string $label, string $text): self
    {
        return new self('recommended', $label, $text);
    }

    /** Clients or the agency notice it now. */
    public static function bad(string $label, string $text): self
    {
        return new self('critical', $label, $text);
    }

    /** @param string $action what is done there: "Create portal pages" */
    public function done_at(string $url, string $action): self
    {
        return new self($this->status, $this->label, $this->text, $action, $url);
    }

    /** @return array{test: string, status: string, label: string, description: string, actions: string, badge: array{label: string, color: string}} as Site Health wants it */
    public function for_site_health(string $test): array
    {
        return [
            'test' => $test,
            'status' => $this->status,
            'label' => $this->label,
            'description' => '<p>' . Html::escape($this->text) . '</p>',
            'actions' => $this->url === '' ? '' : sprintf('<p><a href="%s">%s</a></p>', esc_url($this->url), Html::escape($this->action)),
            'badge' => ['label' => __('Client billing', 'counterfoil'), 'color' => $this->status === 'good' ? 'blue' : 'orange'],
        ];
    }
}
