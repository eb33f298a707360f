<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Payments\Portal\PartView $view */

defined('ABSPATH') || exit;

?>
<p class="cf-back"><a href="<?php echo esc_url($view->invoice_url); ?>"><bdi><?php echo Html::escape($view->number); ?></bdi></a></p>
<section class="cf-card">
    <p class="cf-label"><?php esc_html_e('Amount due', 'counterfoil'); ?></p>
    <p class="cf-sum"><?php echo Html::escape($view->due); ?></p>
    <?php if ($view->limits === '') : ?>
        <p><?php esc_html_e('This invoice can only be paid in full.', 'counterfoil'); ?></p>
    <?php else : ?>
        <form class="cf-form" method="get" action="<?php echo esc_url(strtok($view->url, '?') ?: $view->url); ?>" novalidate>
            <?php foreach ($view->fields() as $name => $value) : ?>
                <input type="hidden" name="<?php echo Html::escape($name); ?>" value="<?php echo Html::escape($value); ?>">
            <?php endforeach; ?>
            <div class="cf-field">
                <label for="cf-part-amount"><?php
                    /* translators: %s: currency code */
                    echo Html::escape(sprintf(__('Amount to pay (%s)', 'counterfoil'), $view->currency));
        ?></label>
                <input class="cf-input" id="cf-part-amount" name="amount" type="text" inputmode="decimal" autocomplete="off" required value="<?php echo Html::escape($view->value); ?>" aria-describedby="cf-part-limits<?php echo $view->error === '' ? '' : ' cf-part-error'; ?>"<?php echo $view->error === '' ? '' : ' aria-invalid="true" autofocus'; ?>>
                <p class="cf-hint" id="cf-part-limits"><?php echo Html::escape($view->limits); ?></p>
                <?php if ($view->error !== '') : ?>
                    <p class="cf-error" id="cf-part-error" role="alert"><?php echo Html::escape($view->error); ?></p>
                <?php endif; ?>
            </div>
            <button class="cf-button cf-button--primary" type="submit"><?php esc_html_e('Continue', 'counterfoil'); ?></button>
        </form>
    <?php endif; ?>
</section>
