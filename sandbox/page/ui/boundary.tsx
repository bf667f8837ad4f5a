import { Component, type ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  fallback: ComponentChildren;
}

/** Contains errors during drawing. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override state = { broken: false };

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
