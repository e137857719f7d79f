import { Component, type ReactNode } from 'react';
import { ProblemNote } from '../ui/Status';

/** Keeps a fault of one page from taking the frame with it. */
export class Boundary extends Component<{ children: ReactNode }, { fault: unknown }> {
  override state = { fault: null as unknown };

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override render() {
    return this.state.fault ? <ProblemNote problem={this.state.fault} retry={() => this.setState({ fault: null })} /> : this.props.children;
  }
}
